using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

public sealed class DirectionMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        MapVision(model);
        MapGoals(model);
        model.Entity<ValueRanking>().HasIndex(row => new { row.DistrictId, row.Whose }).IsUnique();
        model.Entity<EquityGoal>(goal =>
        {
            goal.HasIndex(row => new { row.DistrictId, row.Scope }).IsUnique();
            goal.Property(row => row.Statement).HasMaxLength(Limits.Statement);
        });
        model
            .Entity<EquitySubgroup>()
            .HasOne<EquityGoal>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.EquityGoalId });
        model.Entity<Revisit>().HasIndex(row => new { row.DistrictId, row.SubjectId });
        model.Entity<HeadlineGoal>(goal =>
        {
            goal.HasIndex(row => new { row.DistrictId, row.Scope }).IsUnique();
            goal.Property(row => row.TargetPercent).HasPrecision(5, 2);
            goal.Property(row => row.LongRangePercent).HasPrecision(5, 2);
            goal.HasMany(row => row.Definitions)
                .WithOne()
                .HasForeignKey(row => new { row.DistrictId, row.HeadlineGoalId });
        });
        model
            .Entity<CompetencyDefinition>()
            .HasIndex(row => new
            {
                row.DistrictId,
                row.HeadlineGoalId,
                row.Number,
            })
            .IsUnique();
    }

    private static void MapVision(ModelBuilder model)
    {
        model.Entity<Vision>(vision =>
        {
            vision.HasIndex(row => new { row.DistrictId, row.Scope }).IsUnique();
            vision.Property(row => row.Text).HasMaxLength(Limits.Vision);
            vision
                .HasMany(row => row.Drafts)
                .WithOne()
                .HasForeignKey(row => new { row.DistrictId, row.VisionId });
            vision
                .HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model
            .Entity<VisionDraft>()
            .HasIndex(row => new
            {
                row.DistrictId,
                row.VisionId,
                row.Number,
            })
            .IsUnique();
        model.Entity<VisionStatement>().Property(row => row.Text).HasMaxLength(Limits.Line);
        model.Entity<CoreBelief>().Property(row => row.Text).HasMaxLength(Limits.Line);
        model.Entity<DistrictPriority>().Property(row => row.Text).HasMaxLength(Limits.Line);
    }

    private static void MapGoals(ModelBuilder model)
    {
        model.Entity<Goal>(goal =>
        {
            goal.Property(row => row.Statement).HasMaxLength(Limits.Statement);
            goal.HasMany(row => row.Pictures)
                .WithOne()
                .HasForeignKey(row => new { row.DistrictId, row.GoalId });
            goal.HasMany(row => row.Links)
                .WithOne()
                .HasForeignKey(row => new { row.DistrictId, row.GoalId });
            goal.HasMany(row => row.Revisions)
                .WithOne()
                .HasForeignKey(row => new { row.DistrictId, row.GoalId });
            goal.HasOne<Goal>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.OutcomeId });
            goal.HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model
            .Entity<SuccessPicture>()
            .HasIndex(row => new
            {
                row.DistrictId,
                row.GoalId,
                row.Horizon,
            })
            .IsUnique();
        model.Entity<GoalLink>(link =>
        {
            link.HasOne<VisionStatement>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.VisionStatementId });
            link.HasOne<CoreBelief>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.CoreBeliefId });
            link.HasOne<DistrictPriority>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.DistrictPriorityId });
        });
    }
}
