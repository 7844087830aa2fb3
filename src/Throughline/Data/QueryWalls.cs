using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>What every query on a kind of row is held to, whoever writes it.</summary>
public static class QueryWalls
{
    /// <summary>Stands for the context that runs the query: the database library puts that in its place, by its type.</summary>
    private static readonly ConstantExpression Context = Expression.Constant(
        null,
        typeof(ThroughlineDb)
    );

    public static void Build(IMutableEntityType entity)
    {
        foreach (var (name, holds) in Of(entity.ClrType))
        {
            entity.SetQueryFilter(name, holds);
        }
    }

    /// <summary>
    /// Puts the walls into a model that was made into code by the build: the library's generator knows everything of a model but
    /// these. Without them a query would answer for all districts, so a test compares that model with the one the maps build.
    /// </summary>
    public static void PutInto(RuntimeModel model)
    {
        foreach (var entity in ((IModel)model).GetEntityTypes())
        {
#pragma warning disable EF1001 // The library has no public way to give a model of code its filters.
            var walls = Of(entity.ClrType)
                .Select(wall => new RuntimeQueryFilter(wall.Name, wall.Holds))
                .ToArray();
            if (walls.Length > 0)
            {
                ((RuntimeEntityType)entity).AddAnnotation(
                    CoreAnnotationNames.QueryFilter,
                    new QueryFilterCollection(walls)
                );
            }
#pragma warning restore EF1001
        }
    }

    private static IEnumerable<(string Name, LambdaExpression Holds)> Of(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        if (entity.IsAssignableTo(typeof(IDistrictOwned)))
        {
            var own = Same(row, nameof(Membership.DistrictId), nameof(ThroughlineDb.District));
            // A person sees their own memberships wherever they stand: that is how they find their districts.
            var holds =
                entity == typeof(Membership)
                    ? Expression.OrElse(
                        own,
                        Same(row, nameof(Membership.PersonId), nameof(ThroughlineDb.Person))
                    )
                    : own;
            yield return (ThroughlineDb.DistrictFilter, Expression.Lambda(holds, row));
        }

        if (entity.IsAssignableTo(typeof(IDistrictThing)))
        {
            var isThere = Expression.Equal(
                Expression.Property(row, nameof(IDistrictThing.RemovedAt)),
                Expression.Constant(null, typeof(DateTime?))
            );
            yield return (ThroughlineDb.RemovedFilter, Expression.Lambda(isThere, row));
        }
    }

    /// <summary><c>row.Column == Context.Member</c>, where the member may be nobody.</summary>
    private static BinaryExpression Same(ParameterExpression row, string column, string member)
    {
        var asked = Expression.Property(Context, member);
        return Expression.Equal(
            Expression.Convert(Expression.Property(row, column), asked.Type),
            asked
        );
    }
}
