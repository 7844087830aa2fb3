using Microsoft.EntityFrameworkCore;
using Throughline.Data;

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
        model
            .Entity<OutreachTask>()
            .HasOne<StakeholderGroup>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.GroupId });
    }
}
