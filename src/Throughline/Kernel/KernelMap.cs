using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel.Logos;

namespace Throughline.Kernel;

public sealed class KernelMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<District>(district =>
        {
            district.HasIndex(row => row.Slug).IsUnique();
            district.HasIndex(row => row.OrgCode).IsUnique();
            district.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<DistrictLogo>(logo =>
        {
            logo.HasIndex(row => new { row.DistrictId, row.File }).IsUnique();
            logo.Property(row => row.Words).HasMaxLength(DistrictLogo.WordsLimit);
        });
        model.Entity<School>().HasIndex(row => new { row.DistrictId, row.OrgCode }).IsUnique();
        model.Entity<EnrollmentFigure>(figure =>
        {
            figure
                .HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
            figure
                .HasIndex(row => new
                {
                    row.DistrictId,
                    row.SchoolId,
                    row.EndYear,
                    row.Measure,
                })
                .IsUnique();
        });
        model.Entity<Person>().HasIndex(row => row.EmailKey).IsUnique();
        model.Entity<Membership>(membership =>
        {
            membership.HasIndex(row => row.PersonId);
            membership.HasIndex(row => new { row.DistrictId, row.PersonId });
            membership.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
            membership
                .HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model.Entity<Happening>(happening =>
        {
            happening.HasIndex(row => new { row.DistrictId, row.SubjectId });
            happening.HasIndex(row => new { row.DistrictId, row.When });
        });
    }
}
