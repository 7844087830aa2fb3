using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;

namespace Throughline.Direction;

/// <summary>What a row of a sheet says of a line. Of a priority, what it is and where it is written.</summary>
public sealed record LineDraft(string? Text, PriorityKind? Kind = null, string? Source = null);

/// <summary>One of the short lists from a sheet. A line is found by exactly its words; there it is as it was.</summary>
public abstract class PasteLines(ThroughlineDb db, LanguageFiles files, LineKind list, string name)
    : PasteRows<ILine, LineDraft>(db)
{
    private readonly ThroughlineDb db = db;

    public override string Name => name;

    public override TableShape Shape { get; } =
        new(
            "direction.paste." + name,
            list == LineKind.Priority
                ?
                [
                    new("text", Most: Limits.Line, Required: true),
                    new("kind", CellKind.Choice, Words: ["mission", "value", "objective"]),
                    new("source", Most: Limits.Line),
                ]
                : [new("text", Most: Limits.Line, Required: true)],
            files
        );

    protected override async Task<List<PlannedRow<ILine, LineDraft>>> Match(
        PastedTable table,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        var lines = await Lines.Load(db, list, cancel);
        List<PlannedRow<ILine, LineDraft>> rows = [];
        foreach (var row in table.Rows)
        {
            var text = Limits.Tidy(row["text"]);
            var existing = lines.Find(line => line.Text == text);
            var former = existing as DistrictPriority;
            var draft = new LineDraft(
                text,
                row["kind"] is { Length: > 0 }
                    ? Choice(row, "kind", default(PriorityKind))
                    : former?.Kind,
                Cell(row, "source", former?.Source)
            );
            if (list == LineKind.Priority && draft.Kind is null)
            {
                table.Refuse(
                    row,
                    row.Has("kind") ? "kind" : "text",
                    DirectionSentences.ChooseAKind
                );
            }

            var effect =
                existing is null ? PasteEffect.Add
                : former is null || draft == new LineDraft(text, former.Kind, former.Source)
                    ? PasteEffect.Same
                : PasteEffect.Change;
            rows.Add(new(row, existing, draft, effect));
        }

        RefuseTwice(table, rows.Select(row => (row.Row, row.Draft.Text ?? "")), "text");
        return rows;
    }

    protected override async Task Write(
        IReadOnlyList<PlannedRow<ILine, LineDraft>> rows,
        SchoolId? school,
        Doing doing,
        CancellationToken cancel
    )
    {
        var place = (await Lines.Load(db, list, cancel)).LastOrDefault()?.Place ?? 0;
        foreach (var row in rows.Where(row => row.Effect != PasteEffect.Same))
        {
            var line = row.Existing;
            if (line is null)
            {
                line = Lines.New(db.District!.Value, list);
                line.PutAt(++place);
                db.Add((object)line);
            }

            line.Write(row.Draft.Text!);
            (line as DistrictPriority)?.Say(row.Draft.Kind!.Value, row.Draft.Source);
            var happened = row.Effect == PasteEffect.Add ? "added" : "reworded";
            db.Happened($"{line.HistoryKind}.{happened}", line);
        }
    }
}

public sealed class PasteStatements(ThroughlineDb db, LanguageFiles files)
    : PasteLines(db, files, LineKind.Statement, "statements");

public sealed class PasteBeliefs(ThroughlineDb db, LanguageFiles files)
    : PasteLines(db, files, LineKind.Belief, "beliefs");

public sealed class PastePriorities(ThroughlineDb db, LanguageFiles files)
    : PasteLines(db, files, LineKind.Priority, "priorities");
