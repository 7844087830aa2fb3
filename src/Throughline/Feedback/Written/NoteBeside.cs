using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <summary>The note beside one text, for whoever changes it: the stored one or a new one, unless somebody else was there first.</summary>
/// <param name="Version">Of the note that was read, 0 for none.</param>
internal sealed record NoteBeside(FeedbackRoundId Round, AnswerId Answer, string Field, int Version)
{
    /// <param name="stored">What a second writer is shown of what the first one wrote.</param>
    /// <param name="happened">What the history says, without any of the words.</param>
    public async Task<Outcome<Nothing>> Change(
        ThroughlineDb db,
        Func<TextNote, Dictionary<string, string?>> stored,
        Action<TextNote> change,
        string happened,
        CancellationToken cancel
    )
    {
        var round = await db.Set<FeedbackRound>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Round, cancel);
        if (round is null)
        {
            return Outcome.Unknown;
        }

        var note = await db.Set<TextNote>()
            .FirstOrDefaultAsync(
                row => row.RoundId == Round && row.AnswerId == Answer && row.Field == Field,
                cancel
            );
        if (Version != (note?.Version ?? 0))
        {
            return new Conflict(note?.Version ?? 0, note is null ? [] : stored(note));
        }

        if (note is null)
        {
            note = new TextNote
            {
                DistrictId = round.DistrictId,
                Id = Id.New<TextNoteId>(),
                RoundId = Round,
                AnswerId = Answer,
                Field = Field,
            };
            db.Add(note);
        }

        change(note);
        note.Version++;
        db.Happened(happened, "answer", Answer.Value, round.Name);
        return Outcome.Done;
    }

    public static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
