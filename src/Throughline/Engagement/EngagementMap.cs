using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Engagement.Communications;
using Throughline.Plan;

namespace Throughline.Engagement;

public sealed class EngagementMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model
            .Entity<BuyIn>()
            .HasOne<StakeholderGroup>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.GroupId });
        model.Entity<GroupHeard>(heard =>
        {
            heard
                .HasOne<EngagementActivity>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.ActivityId });
            heard
                .HasOne<StakeholderGroup>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.GroupId });
        });
        model.Entity<Communication>(communication =>
        {
            communication
                .HasOne<StakeholderGroup>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.AudienceId });
            communication
                .HasOne<Decision>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.DecisionId });
        });
        model
            .Entity<ExpectedQuestion>()
            .HasOne<Communication>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.CommunicationId });
        model
            .Entity<OutreachTask>()
            .HasOne<StakeholderGroup>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.GroupId });
    }
}
