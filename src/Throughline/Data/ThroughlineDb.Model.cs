using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>The model: the modules' maps, then the conventions that hold for every table.</summary>
public sealed partial class ThroughlineDb
{
    /// <summary>The filters by name: a query may lift <see cref="RemovedFilter"/> to show what was removed, never the other.</summary>
    public const string DistrictFilter = "District";
    public const string RemovedFilter = "Removed";

    private static readonly MethodInfo AddFilters = typeof(ThroughlineDb).GetMethod(
        nameof(FilterByDistrict),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        foreach (var id in typeof(DistrictId).Assembly.GetTypes().Where(IsId))
        {
            configurationBuilder
                .Properties(id)
                .HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (
            var map in typeof(ThroughlineDb)
                .Assembly.GetTypes()
                .Where(IsMap)
                .OrderBy(type => type.FullName)
        )
        {
            ((IModelMap)Activator.CreateInstance(map)!).Map(modelBuilder);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            if (entity.ClrType.IsAssignableTo(typeof(IDistrictOwned)))
            {
                var built = modelBuilder.Entity(entity.ClrType);
                // Answers have the round between: they are read by the round, and lie together by it.
                if (entity.ClrType != typeof(Feedback.Answer))
                {
                    built.HasKey("DistrictId", "Id");
                }

                built.Property("DistrictId").IsConcurrencyToken();
                AddFilters.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
            }

            if (entity.ClrType.IsAssignableTo(typeof(IDistrictThing)))
            {
                modelBuilder
                    .Entity(entity.ClrType)
                    .Property(nameof(IDistrictThing.Version))
                    .IsConcurrencyToken();
                modelBuilder.Entity(entity.ClrType).Ignore(nameof(IDistrictThing.HistoryKind));
                modelBuilder.Entity(entity.ClrType).Ignore(nameof(IDistrictThing.HistoryName));
            }
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            NameInSnakeCase(entity);
        }
    }

    private void FilterByDistrict<T>(ModelBuilder model)
        where T : class, IDistrictOwned
    {
        var entity = model.Entity<T>();
        if (typeof(T) == typeof(Membership))
        {
            // A person sees their own memberships wherever they stand: that is how they find their districts.
            Expression<Func<Membership, bool>> own = row =>
                row.DistrictId == District || row.PersonId == Person;
            entity.HasQueryFilter(DistrictFilter, own);
        }
        else
        {
            entity.HasQueryFilter(DistrictFilter, row => row.DistrictId == District);
        }

        if (typeof(T).IsAssignableTo(typeof(IDistrictThing)))
        {
            entity.HasQueryFilter(
                RemovedFilter,
                row => EF.Property<DateTime?>(row, "RemovedAt") == null
            );
        }
    }

    private static bool IsId(Type type) =>
        type.IsValueType
        && type.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>));

    private static bool IsMap(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModelMap));

    private static void NameInSnakeCase(IMutableEntityType entity)
    {
        entity.SetTableName(SnakeCase.Of(entity.ClrType.Name));
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(SnakeCase.Of(property.Name));
        }
    }
}
