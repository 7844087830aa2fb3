using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ModelCompiler;

/// <summary>The generator refuses a model with query filters; <c>QueryWalls.PutInto</c> gives them back to what it makes.</summary>
public sealed class WithoutWalls(ModelCustomizerDependencies dependencies)
    : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var filter in entity.GetDeclaredQueryFilters().ToList())
            {
                entity.SetQueryFilter(filter.Key!, null);
            }
        }
    }
}
