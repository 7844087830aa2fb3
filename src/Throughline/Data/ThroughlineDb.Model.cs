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
            QueryWalls.Build(entity);
            NameInSnakeCase(entity);
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
