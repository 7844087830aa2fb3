using System.Reflection;
using Throughline.Data;
using Throughline.Postgres;
using Throughline.Sqlite;

namespace Throughline.Conventions.Tests;

/// <summary>What may know what. The arrows of the house point one way.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Ours =
    [
        "Throughline",
        "Throughline.Analysis",
        "Throughline.Sqlite",
        "Throughline.Postgres",
        "Throughline.App",
    ];

    [Fact]
    public void The_calculations_depend_on_nothing_of_ours_and_on_no_database_or_web() =>
        Assert.DoesNotContain(
            References(typeof(Analysis.SchoolCalendar.SchoolYear).Assembly),
            name => Ours.Contains(name) || IsWebOrDatabase(name)
        );

    [Fact]
    public void The_product_knows_no_web_framework_and_no_database_provider() =>
        Assert.DoesNotContain(
            References(typeof(ThroughlineDb).Assembly),
            name =>
                name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.Contains("Sqlite", StringComparison.Ordinal)
                || name.StartsWith("Npgsql", StringComparison.Ordinal)
        );

    [Fact]
    public void A_database_project_knows_the_product_and_not_its_neighbor()
    {
        Assert.DoesNotContain("Throughline.Postgres", References(typeof(SqliteStorage).Assembly));
        Assert.DoesNotContain("Throughline.Sqlite", References(typeof(PostgresStorage).Assembly));
    }

    [Fact]
    public void Pages_do_not_open_the_database()
    {
        var pages = typeof(App.Pages.TextPage)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(App.Pages.TextPage)));

        var opening =
            from page in pages
            from constructor in page.GetConstructors()
            from parameter in constructor.GetParameters()
            where parameter.ParameterType == typeof(ThroughlineDb)
            select page.FullName;

        Assert.Empty(opening);
    }

    [Fact]
    public void SQL_stands_in_the_data_folder_and_the_database_projects_only()
    {
        var sources = Sources
            .Files("src", "*.cs")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal));

        var outside =
            from file in sources
            where !file.Contains("/Throughline/Data/", StringComparison.Ordinal)
            where !file.Contains("/Throughline.Sqlite/", StringComparison.Ordinal)
            where !file.Contains("/Throughline.Postgres/", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            where
                text.Contains("ExecuteSql", StringComparison.Ordinal)
                || text.Contains("FromSql", StringComparison.Ordinal)
            select file;

        Assert.Empty(outside);
    }

    private static bool IsWebOrDatabase(string name) =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
