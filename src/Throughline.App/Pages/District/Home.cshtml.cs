using Throughline.Analysis.SchoolCalendar;
using Throughline.App.Design;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.People;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.App.Pages.District;

/// <summary>The team's home: the one thing that matters, what needs you, the year.</summary>
[Needs]
public sealed class HomeModel(
    PlanDocumentQueries plan,
    DirectionQueries direction,
    ProcessQueries process,
    ProcessLibrary library,
    DistrictQueries districts,
    TeamQueries team,
    DistrictHistoryQueries history
) : DistrictPage
{
    public HomeLetter Letter { get; private set; } = null!;

    public IReadOnlyList<PlanAsk> Asks { get; private set; } = [];

    /// <summary>What a district that has just been opened does first; empty once it is on its way.</summary>
    public IReadOnlyList<FirstThing> First { get; private set; } = [];

    /// <summary>The team's next step in the process.</summary>
    public Step? NextStep { get; private set; }

    public IReadOnlyList<DirectionGap> Gaps { get; private set; } = [];

    public IReadOnlyList<HappeningLine> Lately { get; private set; } = [];

    public IReadOnlyList<YearStop> Stops { get; private set; } = [];

    public DateOnly FirstDay =>
        (District.TeamLaunchDate ?? SchoolYear.Of(Today).FirstDay) is var day && day < Today
            ? day
            : Today;

    public DateOnly LastDay =>
        District.LaunchDate is { } launch && launch > Today ? launch : SchoolYear.Of(Today).LastDay;

    public string Kicker =>
        District.TeamLaunchDate is { } launch && launch <= Today
            ? T["letter.kicker-week", T.Day(Today), ((Today.DayNumber - launch.DayNumber) / 7) + 1]
            : T.Day(Today);

    public async Task OnGet()
    {
        var edition = library.Edition(District.ProcessEdition, T.Language);
        var progress = await process.Progress();
        var planGaps = await plan.Gaps(null, Today);
        Asks = await plan.WhatNeeds(Me.PersonId, Today);
        Gaps = await direction.Gaps(District, T.Language);
        Lately = await history.Page(null, 5);
        NextStep = progress.Next(edition);
        var members = await districts.CountMembers();
        var facts = new HomeFacts(
            members,
            members <= 1 && await team.HasInvited(),
            progress.Start is not null,
            NextStep is { } next ? (next.Code, next.Title) : null,
            planGaps.PastNeededBy.Count,
            planGaps.Late.Count,
            progress.Done.Count,
            edition.Steps.Count()
        );
        Letter = HomeLetter.Write(facts);
        if (Asks.Count == 0 && MayWrite)
        {
            First = FirstThing.Of(
                facts,
                District.BandFrom is not null,
                progress.Answered.Count > 0
            );
        }

        Stops = [.. Milestones(progress, edition)];
    }

    public string Ago(DateTime when) => T.Day(DayOf(when), Today);

    private IEnumerable<YearStop> Milestones(ProcessProgress progress, ProcessEdition edition)
    {
        if (District.TeamLaunchDate is { } began && began <= Today)
        {
            yield return new YearStop(
                T["letter.team-began"],
                began,
                StopState.Done,
                T.Day(began, Today),
                T["process.done"]
            );
        }

        // The latest only: a year has room for a few words.
        if (
            progress.Done.Values.MaxBy(done => done.DoneAt) is { } latest
            && edition.FindStep(latest.StepCode) is { } step
        )
        {
            var day = DayOf(latest.DoneAt);
            yield return new YearStop(
                step.Title,
                day,
                StopState.Done,
                T.Day(day, Today),
                T["process.done"]
            );
        }

        if (District.LaunchDate is { } launch && launch >= Today)
        {
            yield return new YearStop(
                T["letter.launch"],
                launch,
                StopState.Ahead,
                T.Day(launch, Today),
                T["process.state.ahead"]
            );
        }
    }
}
