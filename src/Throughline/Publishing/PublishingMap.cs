using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Publishing;

public sealed class PublishingMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<PublishedPlan>(plan =>
        {
            plan.HasIndex(row => new { row.DistrictId, row.Number }).IsUnique();
            plan.HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model
            .Entity<UpdateSubscription>()
            .HasIndex(row => new { row.DistrictId, row.EmailKey })
            .IsUnique();
        model.Entity<SubscriptionRequest>(request =>
        {
            request.HasKey(row => row.Id);
            request.HasIndex(row => row.ExpiresAt);
        });
    }
}
