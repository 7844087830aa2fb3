using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

public sealed class PlanMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ImplementationPlan>(plan =>
        {
            plan.HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
            plan.HasOne<ImplementationPlan>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.ParentPlanId });
            plan.Property(row => row.Note).HasMaxLength(PlanText.Prose);
        });
        model.Entity<PlanningArrangement>(arrangement =>
        {
            arrangement.HasIndex(row => row.DistrictId).IsUnique();
            arrangement.Property(row => row.Reason).HasMaxLength(PlanText.Prose);
        });
        MapDecisions(model);
        model.Entity<ActionItem>(action =>
        {
            action
                .HasOne<ImplementationPlan>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.PlanId })
                .OnDelete(DeleteBehavior.Restrict);
            action
                .HasOne<Decision>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.WaitsForId });
            action.HasIndex(row => new { row.DistrictId, row.GoalId });
            action.Property(row => row.What).HasMaxLength(PlanText.Line);
        });
        model.Entity<Responsibility>(responsibility =>
        {
            responsibility
                .HasOne<ImplementationPlan>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.PlanId })
                .OnDelete(DeleteBehavior.Restrict);
            responsibility
                .HasOne<Decision>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.FromDecisionId });
            responsibility.Property(row => row.What).HasMaxLength(PlanText.Line);
        });
        model
            .Entity<SupportNeed>()
            .HasOne<Responsibility>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.ResponsibilityId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapDecisions(ModelBuilder model)
    {
        model.Entity<Decision>(decision =>
        {
            decision
                .HasOne<ImplementationPlan>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.PlanId })
                .OnDelete(DeleteBehavior.Restrict);
            decision
                .HasOne<Decision>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.ReplacesId });
            decision
                .HasOne<Decision>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.GivenId });
            decision
                .HasIndex(row => new
                {
                    row.DistrictId,
                    row.PlanId,
                    row.Number,
                })
                .IsUnique();
            decision.Property(row => row.Question).HasMaxLength(PlanText.Line);
        });
        model
            .Entity<DecisionInput>()
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.DecisionId })
            .OnDelete(DeleteBehavior.Restrict);
        model
            .Entity<Consultation>()
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.DecisionId })
            .OnDelete(DeleteBehavior.Restrict);
        model
            .Entity<DecisionOption>()
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.DecisionId })
            .OnDelete(DeleteBehavior.Restrict);
        model
            .Entity<NextStep>()
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.DecisionId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
