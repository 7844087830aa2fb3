using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Process;

public sealed class ProcessMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<PromptAnswer>(answer =>
        {
            answer.HasIndex(row => new
            {
                row.DistrictId,
                row.StepCode,
                row.PromptCode,
            });
            answer
                .HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model.Entity<StepCompletion>(step =>
        {
            step.HasIndex(row => new { row.DistrictId, row.StepCode });
            step.HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model.Entity<StartingPointAnswers>();
    }
}
