using Throughline.Feedback;

namespace Throughline.App.Pages.Feedback;

/// <summary>Everything the district asked, the newest first.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class RoundsModel(FeedbackQueries feedback) : FeedbackPage(feedback)
{
    public IReadOnlyList<(RoundView Round, int Answers)> Rounds { get; private set; } = [];

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
