using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Feedback.Themes;

/// <summary>Says of one text which themes it belongs to, with a new theme where none fits; also that it was read and fits none.</summary>
public sealed class CodeText(ThroughlineDb db, WrittenTexts texts) : IUseCase
{
    public const int MostThemes = 60;

    public sealed record Input(
        FeedbackRoundId Round,
        AnswerId Answer,
        string Field,
        IReadOnlyList<ThemeId> Themes,
        string? NewTheme = null
    );

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        // Read before the write: the answers are read beside the context.
        return await texts.Find(input.Round, input.Answer, input.Field, cancel) is null
            ? Outcome.Unknown
            : await db.Write<Nothing>(doing, () => Code(input, cancel), cancel);
    }

    private async Task<Outcome<Nothing>> Code(Input input, CancellationToken cancel)
    {
        var round = await db.Set<FeedbackRound>()
            .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
        var known = await db.Set<Theme>()
            .Where(row => row.RoundId == input.Round)
            .ToListAsync(cancel);
        if (round is null || input.Themes.Any(theme => known.TrueForAll(one => one.Id != theme)))
        {
            return Outcome.Unknown;
        }

        var chosen = input.Themes.ToList();
        var name = (input.NewTheme ?? "").Trim();
        if (name.Length > 0)
        {
            if (name.Length > Theme.NameLimit)
            {
                return Outcome.Refused(
                    FeedbackSentences.TooLong(Theme.NameLimit),
                    nameof(input.NewTheme)
                );
            }

            if (known.Count >= MostThemes)
            {
                return Outcome.Refused(
                    FeedbackSentences.TooManyThemes(MostThemes),
                    nameof(input.NewTheme)
                );
            }

            chosen.Add(Named(name, known, input.Round).Id);
        }

        var before = await db.Set<ThemeMark>()
            .Where(row =>
                row.RoundId == input.Round
                && row.AnswerId == input.Answer
                && row.Field == input.Field
            )
            .ToListAsync(cancel);
        db.RemoveRange(before);
        var marks = chosen.Distinct().Select(theme => (ThemeId?)theme).DefaultIfEmpty(null);
        foreach (var theme in marks)
        {
            db.Add(
                new ThemeMark
                {
                    DistrictId = round.DistrictId,
                    Id = Id.New<ThemeMarkId>(),
                    RoundId = round.Id,
                    AnswerId = input.Answer,
                    Field = input.Field,
                    ThemeId = theme,
                }
            );
        }

        // Of the text, not of the round: reading a hundred of them does not bury the round's own history.
        db.Happened("round.text-coded", "answer", input.Answer.Value, round.Name);
        return Outcome.Done;
    }

    /// <summary>The theme of that name, or a new one.</summary>
    private Theme Named(string name, List<Theme> known, FeedbackRoundId round)
    {
        var theme = known.Find(one =>
            string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)
        );
        if (theme is null)
        {
            theme = new Theme
            {
                DistrictId = db.District!.Value,
                Id = Id.New<ThemeId>(),
                RoundId = round,
                Name = name,
            };
            db.Add(theme);
            db.Happened("theme.named", theme);
        }

        return theme;
    }
}
