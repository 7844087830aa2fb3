using Throughline.Data;

namespace Throughline.Kernel.Tables;

/// <summary>What a row of a pasted block is going to do: to the thing it is about, or as a new one.</summary>
public sealed record PlannedRow<TThing, TDraft>(
    PastedRow Row,
    TThing? Existing,
    TDraft Draft,
    PasteEffect Effect
)
    where TThing : class;

/// <summary>The way of every paste: read, match, refuse at the cell, then all of it or nothing.</summary>
public abstract class PasteRows<TThing, TDraft>(ThroughlineDb db) : IPaste, IUseCase
    where TThing : class
{
    public abstract string Name { get; }

    public abstract TableShape Shape { get; }

    public async Task<PastePreview> Preview(PasteInput input, CancellationToken cancel = default)
    {
        var table = PastedTable.Read(input.Text, Shape);
        var rows = table.Refusal is null ? await Match(table, input.School, cancel) : [];
        return new PastePreview(table, [.. rows.Select(row => row.Effect)]);
    }

    public Task<Outcome<PasteDone>> Do(
        PasteInput input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        InOneWrite(
            doing,
            async () =>
            {
                if (!await db.KnowsSchool(input.School, cancel))
                {
                    return Outcome.Unknown;
                }

                var table = PastedTable.Read(input.Text, Shape);
                var rows = table.Refusal is null ? await Match(table, input.School, cancel) : [];
                if (table.Refusal is { } refusal)
                {
                    return Outcome.Refused(refusal, nameof(input.Text));
                }

                if (!table.IsSound)
                {
                    return Outcome.Refused(
                        new Sentence("tables.refusal.mend-the-paste"),
                        nameof(input.Text)
                    );
                }

                await Write(rows, input.School, doing, cancel);
                if (rows.TrueForAll(row => row.Effect == PasteEffect.Same))
                {
                    db.ChangeTracker.Clear();
                }

                return new PasteDone(
                    rows.Count(row => row.Effect == PasteEffect.Add),
                    rows.Count(row => row.Effect == PasteEffect.Change),
                    rows.Count(row => row.Effect == PasteEffect.Same)
                );
            },
            cancel
        );

    /// <summary>The transaction that all of it stands in.</summary>
    protected virtual Task<Outcome<PasteDone>> InOneWrite(
        Doing doing,
        Func<Task<Outcome<PasteDone>>> decide,
        CancellationToken cancel
    ) => db.Write(doing, decide, cancel);

    /// <summary>Finds what each row is about, and refuses at its cell what cannot be.</summary>
    protected abstract Task<List<PlannedRow<TThing, TDraft>>> Match(
        PastedTable table,
        SchoolId? school,
        CancellationToken cancel
    );

    protected abstract Task Write(
        IReadOnlyList<PlannedRow<TThing, TDraft>> rows,
        SchoolId? school,
        Doing doing,
        CancellationToken cancel
    );

    /// <summary>Two rows about one thing: the second says so.</summary>
    protected static void RefuseTwice<TKey>(
        PastedTable table,
        IEnumerable<(PastedRow Row, TKey Key)> keys,
        string column
    )
        where TKey : notnull
    {
        Dictionary<TKey, int> seen = [];
        foreach (var (row, key) in keys)
        {
            if (!seen.TryAdd(key, row.Number))
            {
                table.Refuse(row, column, new Sentence("tables.refusal.twice", seen[key]));
            }
        }
    }

    /// <summary>The cell where the block has the column; otherwise what is there already stays.</summary>
    protected static string? Cell(PastedRow row, string column, string? otherwise) =>
        row.Has(column) ? Cells.Clean(row[column]) : otherwise;

    protected static DateOnly? Day(PastedRow row, string column, DateOnly? otherwise) =>
        row.Has(column) ? row.Day(column) : otherwise;

    protected static TEnum Choice<TEnum>(PastedRow row, string column, TEnum otherwise)
        where TEnum : struct, Enum =>
        row[column] is { Length: > 0 } code
        && Enum.TryParse<TEnum>(
            code.Replace("-", "", StringComparison.Ordinal),
            ignoreCase: true,
            out var value
        )
            ? value
            : otherwise;

    /// <summary>Names in the one form that drafts are compared in.</summary>
    protected static string? Names(string? text) =>
        Cells.Clean(string.Join('\n', Cells.NamesIn(text)));
}
