using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Directory;

public sealed class DirectoryMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ListedDistrict>().HasKey(row => row.Key);
        model.Entity<ListedSchool>(school =>
        {
            school.HasKey(row => row.Key);
            school.HasIndex(row => row.DistrictKey);
        });
        model.Entity<ListedFigures>().HasKey(row => new { row.SchoolKey, row.EndYear });
    }
}
