using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.Direction;

/// <summary>The share of graduates to reach, by which class, and what counts as competent.</summary>
[Needs(DirectionPermissions.Write)]
public sealed class HeadlineModel(HeadlineQueries read, HistoryQueries history, SetHeadline set)
    : DirectionPage
{
    /// <summary>Numbers as typed: a share may be written "29.5" or "29,5", whatever the language of the page.</summary>
    public sealed record Form
    {
        public string? Percent { get; init; }

        public string? Class { get; init; }

        public string? LongRange { get; init; }

        public string? Course { get; init; }

        public string? LeastGrade { get; init; }

        public string? Exam { get; init; }

        public string? LeastScore { get; init; }

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public HeadlineView? Goal { get; private set; }

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await Load();
        var rule = Goal?.Definition.Rule;
        Input = Input with
        {
            Percent = (Goal?.TargetPercent ?? 30).ToString("0.##", T.Culture),
            Class = Goal is null ? null : HeadlineWords.Year(Goal.TargetClass),
            LongRange = (Goal?.LongRangePercent ?? 100).ToString("0.##", T.Culture),
            Course = rule?.Course ?? T["direction.headline.usual-course"],
            LeastGrade = rule?.LeastGrade ?? "C",
            Exam = rule?.Exam ?? T["direction.headline.usual-exam"],
            LeastScore = HeadlineWords.Year(rule?.LeastScore ?? 3),
        };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = new SetHeadline.Input
        {
            Percent = Share(Input.Percent),
            Class = Whole(Input.Class),
            LongRange = Share(Input.LongRange),
            Course = Input.Course,
            LeastGrade = Input.LeastGrade,
            Exam = Input.Exam,
            LeastScore = Whole(Input.LeastScore),
            Version = Input.Version,
        };
        return await Answer(
            await set.Do(input, Today, Doing()),
            _ => Redirect(Here("direction/headline") + "?done=headline-set"),
            async () =>
            {
                await Load();
                return Page();
            }
        );
    }

    private static decimal? Share(string? text) =>
        decimal.TryParse(
            text?.Replace(',', '.').TrimEnd('%', ' '),
            NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var share
        )
            ? share
            : null;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private async Task Load()
    {
        Goal = await read.Current();
        if (Goal is { } goal)
        {
            History = await history.Of(goal.Id.Value);
        }
    }
}
