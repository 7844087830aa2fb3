using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

/// <summary>The commands as a script calls them.</summary>
public sealed class CommandTests
{
    /// <summary>The state's code of the sample's school that has a plan of its own.</summary>
    private const string Millbrook = "99990205";

    [Theory, EachDatabase]
    public async Task A_plan_is_exported_and_a_workbook_typed_into_is_read_back(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        await Found(place);
        var (plan, book) = (place.File("plan.json"), place.File("book.docx"));

        var exported = await Run(
            place,
            ["export", "plan", "--district", "marlow-falls", "--format", "json", "--out", plan]
        );
        Assert.Equal(new FileInfo(plan).Length, exported.GetProperty("bytes").GetInt64());
        Assert.Equal(plan, exported.GetProperty("file").GetString());
        Assert.Equal(
            8,
            JsonDocument
                .Parse(await File.ReadAllTextAsync(plan))
                .RootElement.GetProperty("sections")
                .GetArrayLength()
        );

        await Run(place, ["export", "workbook", "--district", "marlow-falls", "--out", book]);
        await File.WriteAllBytesAsync(
            book,
            FilledWorkbook.Type(
                await File.ReadAllBytesAsync(book),
                "team-charge",
                "What we were asked to do"
            )
        );
        string[] import = ["import", "workbook", book, "--district", "marlow-falls"];
        var trial = await Run(place, [.. import, "--dry-run"]);
        var imported = await Run(place, import);
        var again = await Run(place, import);

        Assert.Equal(1, trial.GetProperty("changed").GetInt32());
        Assert.Equal(1, imported.GetProperty("changed").GetInt32());
        Assert.Equal(1, again.GetProperty("answers").GetInt32());
        Assert.Equal(0, again.GetProperty("changed").GetInt32());
        Assert.Equal(0, again.GetProperty("conflicts").GetInt32());
        Assert.Equal(0, again.GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task A_schools_workbook_is_exported_and_read_back_by_its_code()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        await Run(place, ["sample"]);
        var book = place.File("book.docx");
        string[] school = ["--district", "marlow-falls", "--school", Millbrook];

        await Run(place, ["export", "workbook", .. school, "--filled", "--out", book]);
        await File.WriteAllBytesAsync(
            book,
            FilledWorkbook.Type(
                await File.ReadAllBytesAsync(book),
                "headline-share",
                "Twelve graduates a year begin here."
            )
        );
        var imported = await Run(place, ["import", "workbook", book, .. school]);
        var again = await Run(place, ["import", "workbook", book, .. school, "--dry-run"]);
        var wrong = await Command(
            place,
            ["import", "workbook", book, "--district", "marlow-falls"]
        );
        var nowhere = await Command(
            place,
            [
                "export",
                "workbook",
                "--district",
                "marlow-falls",
                "--school",
                "99999999",
                "--out",
                book + "x",
            ]
        );

        Assert.Equal(1, imported.GetProperty("changed").GetInt32());
        Assert.Equal(0, again.GetProperty("changed").GetInt32());
        Assert.Equal(0, again.GetProperty("conflicts").GetInt32());
        Assert.Equal(1, wrong.Exit);
        Assert.Contains("Millbrook", wrong.Errors + wrong.Text);
        Assert.Equal(1, nowhere.Exit);
        Assert.False(File.Exists(book + "x"));
    }

    [Fact]
    public async Task An_unknown_district_and_a_file_that_is_no_workbook_are_refused()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        await Found(place);
        var file = place.File("book.docx");
        await File.WriteAllTextAsync(file, "no workbook");

        string[][] refused =
        [
            ["export", "plan", "--district", "nowhere", "--format", "json", "--out", file + "x"],
            ["import", "workbook", file, "--district", "marlow-falls"],
            ["import", "workbook", file + "y", "--district", "marlow-falls"],
        ];
        foreach (var arguments in refused)
        {
            var answer = await Command(place, arguments);
            Assert.Equal(1, answer.Exit);
            Assert.NotEmpty(answer.Errors);
        }

        Assert.Equal(
            2,
            (
                await Command(
                    place,
                    ["export", "plan", "--district", "x", "--format", "exe", "--out", "y"]
                )
            ).Exit
        );
    }

    private static async Task Found(Place place)
    {
        await using var services = new ServiceCollection()
            .AddThroughline(place.Storage())
            .BuildServiceProvider();
        System.IO.Directory.CreateDirectory(place.Data);
        await services.GetRequiredService<IStorage>().Migrate(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var district = new District
        {
            Id = Id.New<DistrictId>(),
            Slug = "marlow-falls",
            Name = "Marlow Falls",
            State = "MA",
            FoundedAt = now,
        };
        await db.Enter(district.Id, null);
        await db.Write<Nothing>(
            Doing.ByServer(now),
            () =>
            {
                db.Add(district);
                db.Happened("district.opened", "district", district.Id.Value, district.Name);
                return Task.FromResult<Outcome<Nothing>>(Outcome.Done);
            }
        );
    }

    private static async Task<JsonElement> Run(Place place, string[] arguments)
    {
        var answer = await Command(place, arguments);
        Assert.True(answer.Exit == 0, answer.Errors + answer.Text);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static Task<Answered> Command(Place place, string[] arguments) =>
        ChildProgram.Command([.. arguments, "--data", place.Data, "--json"], place.Environment);
}
