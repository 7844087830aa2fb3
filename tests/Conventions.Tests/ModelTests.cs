using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Kernel;
using Throughline.Postgres;
using Throughline.Sqlite;
using Throughline.Testing;

namespace Throughline.Conventions.Tests;

/// <summary>The walls between districts, read off the model: a new table cannot forget one.</summary>
public sealed class ModelTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static IEnumerable<IEntityType> All(ThroughlineDb db) => db.Model.GetEntityTypes();

    private static IEnumerable<IEntityType> Owned(ThroughlineDb db) => All(db).Where(IsOwned);

    [Theory, MemberData(nameof(Kinds))]
    public void Every_row_of_a_district_is_keyed_guarded_and_filtered_by_it(DatabaseKind kind)
    {
        using var db = Open(kind);
        Assert.NotEmpty(Owned(db));
        Assert.All(
            Owned(db),
            type =>
            {
                string[] key =
                    type.ClrType == typeof(Answer)
                        ? ["DistrictId", "RoundId", "Id"]
                        : ["DistrictId", "Id"];
                Assert.Equal(key, Names(type.FindPrimaryKey()!.Properties));
                Assert.True(type.FindProperty("DistrictId")!.IsConcurrencyToken, type.Name);
                Assert.Contains(
                    type.GetDeclaredQueryFilters(),
                    filter => filter.Key == ThroughlineDb.DistrictFilter
                );
            }
        );
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_thing_that_people_edit_counts_its_versions_and_hides_what_was_removed(
        DatabaseKind kind
    )
    {
        using var db = Open(kind);
        Assert.All(
            All(db).Where(type => type.ClrType.IsAssignableTo(typeof(IDistrictThing))),
            type =>
            {
                Assert.True(type.FindProperty("Version")!.IsConcurrencyToken, type.Name);
                Assert.Contains(
                    type.GetDeclaredQueryFilters(),
                    filter => filter.Key == ThroughlineDb.RemovedFilter
                );
            }
        );
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_unique_index_and_every_reference_between_districts_rows_begins_with_the_district(
        DatabaseKind kind
    )
    {
        using var db = Open(kind);
        Assert.All(
            Owned(db).SelectMany(type => type.GetIndexes()).Where(index => index.IsUnique),
            index => Assert.Equal("DistrictId", index.Properties[0].Name)
        );
        Assert.All(
            Owned(db)
                .SelectMany(type => type.GetForeignKeys())
                .Where(key => IsOwned(key.PrincipalEntityType)),
            key =>
            {
                Assert.Equal("DistrictId", key.Properties[0].Name);
                Assert.Equal("DistrictId", key.PrincipalKey.Properties[0].Name);
            }
        );
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_module_navigates_into_another_except_into_the_kernel(DatabaseKind kind)
    {
        using var db = Open(kind);
        Assert.All(
            All(db).SelectMany(type => type.GetNavigations()),
            navigation =>
                Assert.Contains(
                    navigation.TargetEntityType.ClrType.Namespace,
                    new[]
                    {
                        navigation.DeclaringEntityType.ClrType.Namespace,
                        typeof(District).Namespace,
                    }
                )
        );
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_migrations_are_the_model(DatabaseKind kind)
    {
        using var db = Open(kind);
        Assert.False(
            db.Database.HasPendingModelChanges(),
            "The model changed: bin/migrate-reset before the first release, bin/migrate-add Name after it."
        );
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_model_that_the_build_made_is_the_one_of_the_maps_with_its_walls(
        DatabaseKind kind
    )
    {
        var asked = new DbContextOptionsBuilder<ThroughlineDb>();
        _ = kind == DatabaseKind.Sqlite ? asked.UseSqlite() : asked.UseNpgsql();
        using var maps = new ThroughlineDb(asked.Options, null!);
        using var made = Open(kind);
        Assert.IsNotType(maps.Model.GetType(), made.Model);
        Assert.Equal(Told(maps), Told(made));

        static IEnumerable<string> Told(ThroughlineDb db) =>
            [
                .. db
                    .Model.ToDebugString(MetadataDebugStringOptions.LongDefault)
                    .Split('\n', StringSplitOptions.TrimEntries),
                .. All(db)
                    .SelectMany(type =>
                        type.GetDeclaredQueryFilters()
                            .OrderBy(filter => filter.Key)
                            .Select(filter => $"{type.Name} {filter.Key}: {filter.Expression}")
                    ),
            ];
    }

    [Fact]
    public async Task PostgreSQL_forces_row_security_on_every_table_of_districts()
    {
        await using var place = await Place.Create(DatabaseKind.Postgres);
        var storage = (PostgresStorage)place.Storage();
        await storage.Migrate(CancellationToken.None);
        await using var db = Open(DatabaseKind.Postgres);
        await using var owner = new NpgsqlConnection(storage.OwnerConnection);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1",
            owner
        );
        await using var reader = await command.ExecuteReaderAsync();
        var forced = new List<string>();
        while (await reader.ReadAsync())
        {
            forced.Add(reader.GetString(0));
        }

        Assert.Equal(Owned(db).Select(type => type.GetTableName()!).Order(), forced.Order());
    }

    private static bool IsOwned(IReadOnlyTypeBase type) =>
        type.ClrType.IsAssignableTo(typeof(IDistrictOwned));

    private static IEnumerable<string> Names(IEnumerable<IProperty> properties) =>
        properties.Select(property => property.Name);

    private static ThroughlineDb Open(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? new SqliteDesign().CreateDbContext([])
            : new PostgresDesign().CreateDbContext([]);
}
