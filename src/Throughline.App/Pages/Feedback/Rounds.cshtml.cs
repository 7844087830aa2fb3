using Throughline.Feedback;

namespace Throughline.App.Pages.Feedback;

/// <summary>Everything the district asked, the newest first.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class RoundsModel(FeedbackQueries feedback) : FeedbackPage(feedback)
{
    public IReadOnlyList<(RoundView Round, int Answers)> Rounds { get; private set; } = [];

    /// <summary>What a round is about, and which one about it.</summary>
    public string About(RoundView round)
    {
        var same = Rounds.Select(one => one.Round).Where(one => one.Subject == round.Subject);
        var number = same.SkipWhile(one => one.Id != round.Id).Count();
        return T["feedback.index.nth", T["feedback.subject." + round.Subject], number];
    }

    public async Task OnGet(CancellationToken cancel)
    {
        var rounds = new List<(RoundView, int)>();
        foreach (var round in await Queries.Rounds(cancel))
        {
            rounds.Add((round, await Queries.CountAnswers(round.Id, cancel)));
        }

        Rounds = rounds;
    }
}
