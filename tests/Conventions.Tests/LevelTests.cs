using System.Reflection;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Sqlite;

namespace Throughline.Conventions.Tests;

/// <summary>Whose it is to write is known of everything that a page of a school could reach.</summary>
public sealed class LevelTests
{
    [Fact]
    public void Every_text_that_can_be_restored_is_at_a_level_or_part_of_what_is()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        var restorable = db
            .Model.GetEntityTypes()
            .Where(type =>
                type.ClrType.GetProperties()
                    .Any(property => property.IsDefined(typeof(RestorableAttribute)))
            )
            .ToList();

        Assert.NotEmpty(restorable);
        Assert.All(
            restorable,
            type =>
                Assert.True(
                    IsAtLevel(type.ClrType)
                        || type.GetForeignKeys()
                            .Count(key =>
                                key.IsRequired && IsAtLevel(key.PrincipalEntityType.ClrType)
                            ) == 1,
                    type.Name
                )
        );
    }

    [Fact]
    public void The_school_of_a_thing_never_changes()
    {
        var schools = typeof(ThroughlineDb)
            .Assembly.GetTypes()
            .Where(IsAtLevel)
            .Select(type => type.GetProperty(nameof(IAtLevel.SchoolId)))
            .OfType<PropertyInfo>()
            .Where(property => property.DeclaringType!.IsClass)
            .ToList();

        Assert.NotEmpty(schools);
        Assert.All(
            schools,
            property => Assert.True(IsSetOnce(property), property.DeclaringType!.Name)
        );
    }

    private static bool IsAtLevel(Type type) => type.IsAssignableTo(typeof(IAtLevel));

    private static bool IsSetOnce(PropertyInfo property) =>
        property
            .SetMethod?.ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) != false;
}
