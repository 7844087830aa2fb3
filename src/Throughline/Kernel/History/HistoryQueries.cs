using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.History;

/// <param name="WhoName">Null: the server did it.</param>
/// <param name="Sentence">The key of its sentence: {0} who, {1} the thing's name then.</param>
public sealed record HistoryEntry(
    HappeningId Id,
    DateTime When,
    PersonId Who,
    string? WhoName,
    string Sentence,
    string SubjectKind,
    Guid SubjectId,
    string About,
    string? Why,
    IReadOnlyList<HistoryChange> Changes
);

/// <param name="Happening">The entry that wrote it, also where several are shown as one.</param>
/// <param name="IsText">A text that people wrote: old and new are worth reading.</param>
/// <param name="CanRestore">An earlier text that differs from today's.</param>
public sealed record HistoryChange(
    HappeningId Happening,
    string Field,
    string? Old,
    string? New,
    bool IsText,
    bool CanRestore
);

/// <summary>What happened to a thing, newest first.</summary>
public sealed class HistoryQueries(ThroughlineDb db, NameQueries people) : IQueries
{
    /// <summary>A run of saves by one person within this time reads as one change: autosave saves every few words.</summary>
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(30);

    public Task<IReadOnlyList<HistoryEntry>> Of(Guid subject, CancellationToken cancel = default) =>
        Of([subject], cancel);

    /// <summary>Of a thing and of its parts: a goal with its success pictures.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> Of(
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancel = default
    )
    {
        var rows = await db.Set<Happening>()
            .AsNoTracking()
            .Where(row => subjects.Contains(row.SubjectId))
            .OrderByDescending(row => row.When)
            .ThenByDescending(row => row.Id)
            .Take(500)
            .ToListAsync(cancel);
        var names = await people.Of(rows.Select(row => (PersonId?)row.Who), cancel);
        var texts = RestorableTexts.In(db.Model);
        var today = new Dictionary<(Guid, string), string?>();
        var entries = new List<HistoryEntry>();
        foreach (var row in rows)
        {
            var changes = new List<HistoryChange>();
            foreach (var change in JsonSerializer.Deserialize<List<FieldChange>>(row.Changes)!)
            {
                var isText = texts.Has(row.SubjectKind, change.Field);
                // Rows come newest first: the first word about a field is what stands today.
                var stands = !isText || today.TryAdd((row.SubjectId, change.Field), change.New);
                stands |= isText && today[(row.SubjectId, change.Field)] == change.New;
                changes.Add(
                    new HistoryChange(row.Id, change.Field, change.Old, change.New, isText, !stands)
                );
            }

            entries.Add(
                new HistoryEntry(
                    row.Id,
                    row.When,
                    row.Who,
                    names.GetValueOrDefault(row.Who),
                    "happening." + row.Kind,
                    row.SubjectKind,
                    row.SubjectId,
                    row.About,
                    row.Why,
                    changes
                )
            );
        }

        return Fold(entries);
    }

    private static List<HistoryEntry> Fold(List<HistoryEntry> newestFirst)
    {
        var folded = new List<HistoryEntry>();
        foreach (var entry in newestFirst)
        {
            if (folded.Count > 0 && IsOneSitting(folded[^1], entry))
            {
                folded[^1] = folded[^1] with
                {
                    Changes = Joined(folded[^1].Changes, entry.Changes),
                };
            }
            else
            {
                folded.Add(entry);
            }
        }

        return folded;
    }

    private static bool IsOneSitting(HistoryEntry later, HistoryEntry earlier) =>
        later.Who == earlier.Who
        && later.Sentence == earlier.Sentence
        && later.SubjectId == earlier.SubjectId
        && later.Why is null
        && earlier.Why is null
        && later.Changes.Count > 0
        && later.When - earlier.When <= OneSitting;

    private static List<HistoryChange> Joined(
        IReadOnlyList<HistoryChange> later,
        IReadOnlyList<HistoryChange> earlier
    ) =>
        [
            .. later.Select(change =>
                earlier.FirstOrDefault(before => before.Field == change.Field) is { } before
                    ? change with
                    {
                        Old = before.Old,
                    }
                    : change
            ),
            .. earlier.Where(change => later.All(after => after.Field != change.Field)),
        ];
}
