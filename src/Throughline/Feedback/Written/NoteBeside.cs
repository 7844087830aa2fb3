using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <summary>The note beside a text, for whoever changes it: the stored one or a new one, and whether somebody was there first.</summary>
internal static class NoteBeside
{
    public static async Task<TextNote> Text(
        ThroughlineDb db,
        FeedbackRoundId round,
        AnswerId answer,
        string field,
        CancellationToken cancel
    )
    {
        var note = await db.Set<TextNote>()
            .FirstOrDefaultAsync(
                row => row.RoundId == round && row.AnswerId == answer && row.Field == field,
                cancel
            );
        if (note is null)
        {
            note = new TextNote
            {
                DistrictId = db.District!.Value,
                Id = Id.New<TextNoteId>(),
                RoundId = round,
                AnswerId = answer,
                Field = field,
            };
            db.Add(note);
        }

        return note;
    }

    public static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
