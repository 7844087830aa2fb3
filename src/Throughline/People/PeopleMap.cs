using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

public sealed class PeopleMap : IModelMap
{
    public void Map(ModelBuilder model) =>
        model.Entity<Session>(session =>
        {
            session.HasKey(row => row.Id);
            session.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
            session.HasIndex(row => row.PersonId);
        });
}
