using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Data;

namespace Throughline.Kernel.History;

/// <summary>
/// Brings an earlier wording of a text back as a new version: the history keeps both, and what was restored can be undone the same
/// way. Works for every property marked <see cref="RestorableAttribute"/>.
/// </summary>
public sealed class RestoreText(ThroughlineDb db) : IUseCase
{
    /// <param name="Happening">The entry of history that wrote the text.</param>
    /// <param name="Field">The property.</param>
    /// <param name="Version">The version of the thing that the person saw.</param>
    public sealed record Input(HappeningId Happening, string? Field, int Version);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var texts = RestorableTexts.In(db.Model);
                var entry = await db.Set<Happening>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(row => row.Id == input.Happening, cancel);
                if (
                    entry is null
                    || input.Field is not { } field
                    || !texts.Has(entry.SubjectKind, field)
                    || WrittenThen(entry, field) is not { } change
                    || await Find(texts.TypeOf(entry.SubjectKind), entry.SubjectId, cancel)
                        is not { } thing
                )
                {
                    return Outcome.Unknown;
                }

                var property = db.Entry(thing).Property(field);
                var now = property.CurrentValue as string;
                if (thing.Version != input.Version)
                {
                    return new Conflict(
                        thing.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal) { [field] = now }
                    );
                }

                if (thing is IRestoresText restores)
                {
                    if (restores.Restore(field, change.New, doing) is { } refusal)
                    {
                        return refusal;
                    }
                }
                else
                {
                    property.CurrentValue = property.Metadata.IsNullable
                        ? change.New
                        : change.New ?? "";
                }

                db.Happened("text.restored", thing);
                return Outcome.Done;
            },
            cancel
        );

    private static FieldChange? WrittenThen(Happening entry, string field) =>
        JsonSerializer
            .Deserialize<List<FieldChange>>(entry.Changes)!
            .Find(change => change.Field == field);

    private async Task<IDistrictThing?> Find(IEntityType type, Guid id, CancellationToken cancel)
    {
        var key = type.FindProperty("Id")!.GetTypeMapping().Converter!.ConvertFromProvider(id);
        return await db.FindAsync(type.ClrType, [db.District!.Value, key], cancel)
            as IDistrictThing;
    }
}
