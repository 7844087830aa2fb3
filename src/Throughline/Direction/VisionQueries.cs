using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <param name="DraftNumber">Of the text at hand: kept already, or the next one.</param>
public sealed record VisionView(
    VisionId Id,
    string Text,
    VisionStatus Status,
    int DraftNumber,
    bool IsKept,
    string? WrittenBy,
    DateTime? WrittenAt,
    string? SharedBy,
    DateTime? SharedAt,
    string? AdoptingBody,
    DateOnly? AdoptedOn,
    string? Minutes,
    int Version
);

public sealed record VisionDraftView(int Number, string Text, string? Who, DateTime When);

public sealed record LineView(
    Guid Id,
    string Text,
    int Version,
    PriorityKind? Kind = null,
    string? Source = null
);

public sealed class VisionQueries(ThroughlineDb db, NameQueries people) : IQueries
{
    public async Task<VisionView?> Current(
        SchoolId? school = null,
        CancellationToken cancel = default
    )
    {
        var scope = Vision.ScopeOf(school);
        var row = await db.Set<Vision>()
            .AsNoTracking()
            .FirstOrDefaultAsync(vision => vision.Scope == scope, cancel);
        if (row is null)
        {
            return null;
        }

        var names = await people.Of([row.WrittenBy, row.SharedBy], cancel);
        string? Name(PersonId? who) => who is { } id ? names.GetValueOrDefault(id) : null;
        return new VisionView(
            row.Id,
            row.Text,
            row.Status,
            row.KeptAt is null ? row.DraftsKept + 1 : row.DraftsKept,
            row.KeptAt is not null,
            Name(row.WrittenBy),
            row.WrittenAt,
            Name(row.SharedBy),
            row.SharedAt,
            row.AdoptingBody,
            row.AdoptedOn,
            row.Minutes,
            row.Version
        );
    }

    /// <summary>The kept drafts, newest first.</summary>
    public async Task<IReadOnlyList<VisionDraftView>> Drafts(
        VisionId vision,
        CancellationToken cancel = default
    )
    {
        var rows = await db.Set<VisionDraft>()
            .AsNoTracking()
            .Where(row => row.VisionId == vision)
            .OrderByDescending(row => row.Number)
            .ToListAsync(cancel);
        var names = await people.Of(rows.Select(row => (PersonId?)row.Who), cancel);
        return
        [
            .. rows.Select(row => new VisionDraftView(
                row.Number,
                row.Text,
                names.GetValueOrDefault(row.Who),
                row.When
            )),
        ];
    }

    public Task<IReadOnlyList<LineView>> Lines(LineKind kind, CancellationToken cancel = default) =>
        db.Once("direction.lines." + kind, () => Read(kind, cancel));

    private async Task<IReadOnlyList<LineView>> Read(LineKind kind, CancellationToken cancel) =>
        kind switch
        {
            LineKind.Statement => await Ordered(db.Set<VisionStatement>())
                .Select(row => new LineView(row.Id.Value, row.Text, row.Version, null, null))
                .ToListAsync(cancel),
            LineKind.Belief => await Ordered(db.Set<CoreBelief>())
                .Select(row => new LineView(row.Id.Value, row.Text, row.Version, null, null))
                .ToListAsync(cancel),
            _ => await Ordered(db.Set<DistrictPriority>())
                .Select(row => new LineView(
                    row.Id.Value,
                    row.Text,
                    row.Version,
                    row.Kind,
                    row.Source
                ))
                .ToListAsync(cancel),
        };

    private static IQueryable<T> Ordered<T>(IQueryable<T> rows)
        where T : class, ILine => rows.AsNoTracking().OrderBy(row => row.Place);
}
