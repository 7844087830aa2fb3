using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Feedback.Themes;

/// <summary>
/// Says what the team does about a theme, why, and which sentence it changed. What is declined or deferred needs a reason that those
/// who said it can read; what is adopted or adapted names what it changed.
/// </summary>
public sealed class DisposeTheme(
    ThroughlineDb db,
    VisionQueries visions,
    GoalQueries goals,
    DecisionQueries decisions
) : IUseCase
{
    /// <param name="Changed">As in a form: <c>vision:</c>, <c>goal:</c> or <c>decision:</c> and the id.</param>
    public sealed record Input(
        ThemeId Theme,
        int Version,
        string? Name,
        string? Summary,
        Disposition? Disposition,
        string? Reason,
        string? Changed
    );

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var changed = await Find(input.Changed, cancel);
        return await db.Write<Nothing>(doing, () => Dispose(input, changed, doing, cancel), cancel);
    }

    private async Task<Outcome<Nothing>> Dispose(
        Input input,
        (ChangedKind, Guid, int, string)? changed,
        Doing doing,
        CancellationToken cancel
    )
    {
        var theme = await db.Set<Theme>().FirstOrDefaultAsync(row => row.Id == input.Theme, cancel);
        if (theme is null)
        {
            return Outcome.Unknown;
        }

        if (theme.Version != input.Version)
        {
            return new Conflict(
                theme.Version,
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [nameof(input.Summary)] = theme.Summary,
                    [nameof(input.Reason)] = theme.Reason,
                }
            );
        }

        var name = (input.Name ?? "").Trim();
        var reason = Clean(input.Reason);
        if (Refusals(input, name, reason, changed is not null) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        theme.Name = name;
        theme.Summary = Clean(input.Summary);
        if (input.Disposition is { } disposition)
        {
            theme.Dispose(disposition, reason, changed, doing);
        }

        db.Happened(input.Disposition is null ? "theme.changed" : "theme.answered", theme);
        return Outcome.Done;
    }

    private static List<Refusal> Refusals(Input input, string name, string? reason, bool hasChanged)
    {
        var refusals = new List<Refusal>();
        void If(bool wrong, Sentence sentence, string field)
        {
            if (wrong)
            {
                refusals.Add(Outcome.Refused(sentence, field));
            }
        }

        If(name.Length == 0, FeedbackSentences.NameTheTheme, nameof(input.Name));
        If(
            name.Length > Theme.NameLimit,
            FeedbackSentences.TooLong(Theme.NameLimit),
            nameof(input.Name)
        );
        If(
            input.Summary?.Length > Theme.TextLimit,
            FeedbackSentences.TooLong(Theme.TextLimit),
            nameof(input.Summary)
        );
        If(
            input.Reason?.Length > Theme.TextLimit,
            FeedbackSentences.TooLong(Theme.TextLimit),
            nameof(input.Reason)
        );
        If(
            input.Disposition is Disposition.Decline or Disposition.Defer && reason is null,
            FeedbackSentences.SayWhyNot,
            nameof(input.Reason)
        );
        If(
            input.Disposition is Disposition.Adopt or Disposition.Adapt && !hasChanged,
            FeedbackSentences.SayWhatChanged,
            nameof(input.Changed)
        );
        return refusals;
    }

    private async Task<(ChangedKind, Guid, int, string)?> Find(
        string? changed,
        CancellationToken cancel
    )
    {
        if (changed?.Split(':') is not [var kind, var text] || !Guid.TryParse(text, out var id))
        {
            return null;
        }

        switch (kind)
        {
            case "vision":
                return await visions.Current(cancel: cancel) is { } vision && vision.Id.Value == id
                    ? (ChangedKind.Vision, id, vision.Version, vision.Text)
                    : null;
            case "goal":
                return
                    (await goals.All("en", cancel)).FirstOrDefault(one => one.Id.Value == id)
                        is { } goal
                    ? (ChangedKind.Goal, id, goal.Version, goal.Statement)
                    : null;
            case "decision":
                return await decisions.One(new DecisionId(id), cancel) is { } decision
                    ? (
                        ChangedKind.Decision,
                        id,
                        decision.Version,
                        decision.Outcome ?? decision.Question
                    )
                    : null;
            default:
                return null;
        }
    }

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
