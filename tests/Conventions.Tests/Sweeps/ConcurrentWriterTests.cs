using System.Text.Json;
using Throughline.Testing;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>
/// Several people write the same text at once. Whoever was told "saved" wrote upon what they had seen: no two saves follow the same
/// text, and none is missing from the history.
/// </summary>
public sealed class ConcurrentWriterTests
{
    private const int Writers = 8;
    private const int Saves = 6;

    [Theory, EachDatabase]
    public async Task No_text_that_was_saved_is_lost_to_another(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await Visitor.Come(app, app.Workspace.Lead);
        var stored = await app.Workspace.In<Data.ThroughlineDb, StoredRows>(db =>
            Task.FromResult(new StoredRows(app.Workspace.Storage, db.Model))
        );
        const string home = "/d/marlow-falls/";
        var goal = await Made(lead, home + "direction/goals/new");
        var decision = await Made(lead, home + "plan/decisions/new");
        await Contend(app, stored, home + "direction/vision/write", "Input.Text");
        await Contend(app, stored, goal + "/edit", "Input.Statement");
        await Contend(app, stored, decision + "/edit", "Input.Question");
        await Contend(app, stored, home + "plan", "Input.Note");
    }

    /// <summary>The address of a thing that was just written.</summary>
    private static async Task<string> Made(Visitor lead, string page)
    {
        using var answer = await lead.Send((await lead.FormsOn(page))[0]);
        Assert.NotNull(answer.Headers.Location);
        return answer.Headers.Location.ToString().Split('?', '#')[0];
    }

    private static async Task Contend(RunningApp app, StoredRows stored, string page, string field)
    {
        var writers = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(_ => Visitor.Come(app, app.Workspace.Lead))
        );
        var saved = (
            await Task.WhenAll(
                writers.Select((writer, number) => Write(writer, number, page, field))
            )
        )
            .SelectMany(texts => texts)
            .ToHashSet(StringComparer.Ordinal);
        var changes = (await stored.Of(app.Workspace.District))
            .Where(row => row.StartsWith("happening|", StringComparison.Ordinal))
            .SelectMany(ChangesIn)
            .Where(change =>
                change.New is not null
                && change.New.StartsWith(page + " ", StringComparison.Ordinal)
            )
            .ToList();

        Assert.NotEmpty(saved);
        Assert.Equal(
            saved.Order(StringComparer.Ordinal),
            changes.Select(change => change.New!).Order(StringComparer.Ordinal)
        );
        Assert.Empty(
            changes
                .GroupBy(change => change.Old)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key)
        );
        foreach (var writer in writers)
        {
            writer.Dispose();
        }
    }

    /// <summary>Opens the form, writes, sends; on a conflict looks again. Answers what was said to be saved.</summary>
    private static async Task<List<string>> Write(
        Visitor writer,
        int number,
        string page,
        string field
    )
    {
        var saved = new List<string>();
        for (var turn = 0; turn < Saves; turn++)
        {
            var form = (await writer.FormsOn(page)).First(one =>
                one.Fields.Any(sent => sent.Key == field)
            );
            var text = $"{page} {number}.{turn}";
            using var answer = await writer.Send(form.With(field, text));
            if ((int)answer.StatusCode < 400)
            {
                saved.Add(text);
            }
            else
            {
                Assert.Equal(409, (int)answer.StatusCode);
            }
        }

        return saved;
    }

    private sealed record Change(string Field, string? Old, string? New);

    private static List<Change> ChangesIn(string row) =>
        JsonSerializer.Deserialize<List<Change>>(
            row[(row.IndexOf("|changes=", StringComparison.Ordinal) + 9)..]
        )!;
}
