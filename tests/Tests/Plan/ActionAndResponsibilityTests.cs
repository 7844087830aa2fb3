using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Plan;

public sealed class ActionAndResponsibilityTests
{
    [Theory, EachDatabase]
    public async Task An_action_waits_until_its_decision_is_made(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var decision = await here.Recorded(PlanWork.Question("Which materials?"));
        await Act(
            here,
            new()
            {
                What = "Buy kits",
                WaitsFor = decision.Id,
                Owner = "Dana Lead",
            }
        );

        Assert.True((await Only(here)).Waits);
        Assert.Equal("Buy kits", Assert.Single((await here.See(decision.Id)).WaitingActions).What);
        PlanWork.Done(await here.Decide(decision));

        Assert.False((await Only(here)).Waits);
    }

    [Theory, EachDatabase]
    public async Task A_dropped_action_says_why_and_a_second_writer_is_told(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await Act(here, new() { What = "Buy kits" });
        var seen = await Only(here);
        var drop = new ReviseAction.Input
        {
            Id = seen.Id,
            Version = seen.Version,
            What = seen.What,
            Status = ActionStatus.Dropped,
        };

        Assert.Equal(["say-why-dropped"], PlanWork.Refused(await Revise(here, drop)));
        PlanWork.Done(await Revise(here, drop with { DroppedReason = "A grant came." }));
        Assert.IsType<Outcome<Nothing>.Conflicting>(await Revise(here, drop));
        Assert.Equal("A grant came.", (await Only(here)).DroppedReason);
    }

    [Theory, EachDatabase]
    public async Task Support_is_needed_then_requested_then_met_or_not(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        PlanWork.Done(
            await here.In<RecordResponsibility, Outcome<ResponsibilityId>>(use =>
                use.Do(
                    new()
                    {
                        What = "Lead teachers",
                        Holder = "Dana Lead",
                        Support = "A free period",
                    },
                    here.By(here.Lead)
                )
            )
        );
        var need = (await Line(here)).Support[0];
        Assert.Equal(SupportState.Needed, need.State);

        Assert.Equal(["ask-whom"], PlanWork.Refused(await Ask(here, new() { Id = need.Id })));
        PlanWork.Done(await Ask(here, new() { Id = need.Id, Of = "Principal" }));
        need = (await Line(here)).Support[0];
        Assert.Equal(
            (SupportState.Requested, "Principal", new DateOnly(2026, 9, 14), "Dana Lead"),
            (need.State, need.RequestedOf, need.RequestedOn, need.RequestedBy)
        );
        Assert.Equal(
            ["enter-a-reason"],
            PlanWork.Refused(await Answer(here, need.Id, false, null))
        );
        PlanWork.Done(await Answer(here, need.Id, false, "No substitutes"));
        Assert.Single((await Gaps(here)).SupportUnmet);
        PlanWork.Done(await Answer(here, need.Id, true, null));

        Assert.Equal(SupportState.Met, (await Line(here)).Support[0].State);
        Assert.Empty((await Gaps(here)).SupportUnmet);
    }

    [Theory, EachDatabase]
    public async Task The_home_page_hears_what_waits_for_a_person(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Recorded(
            PlanWork.Question("Which materials?") with
            {
                Decider = "Dana Lead",
                NeededOn = new(2026, 11, 20),
            }
        );
        await here.Recorded(PlanWork.Question("Which band?") with { Recommend = "Dana Lead" });
        await Act(
            here,
            new()
            {
                What = "Call the printer",
                Owner = "Dana Lead",
                Due = new(2026, 9, 20),
            }
        );
        await Act(here, new() { What = "Somebody else's", Owner = "Principal" });

        var asks = await here.In<PlanDocumentQueries, IReadOnlyList<PlanAsk>>(use =>
            use.WhatNeeds(here.Lead, new DateOnly(2026, 9, 14))
        );

        Assert.Equal(
            [PlanAskKind.Do, PlanAskKind.Decide, PlanAskKind.Recommend],
            asks.Select(ask => ask.Kind)
        );
        Assert.Equal(new DateOnly(2026, 11, 20), asks[1].By);
    }

    [Theory, EachDatabase]
    public async Task The_gaps_name_what_is_missing(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Recorded(new() { Question = "Nobody's?", NeededOn = new(2026, 9, 1) });
        await Act(here, new() { What = "Nobody's" });

        var gaps = await Gaps(here);

        Assert.Single(gaps.WithoutDecider);
        Assert.Single(gaps.PastNeededBy);
        Assert.Single(gaps.WithoutOwner);
        Assert.Single(gaps.WithoutDue);
        Assert.Equal(4, gaps.Count);
    }

    [Theory, EachDatabase]
    public async Task A_school_sees_the_decisions_of_the_district_as_given(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Decide(await here.Recorded(PlanWork.Question("District's?")));
        await here.Recorded(PlanWork.Question("Still open?"));
        await here.Recorded(PlanWork.Question("School's?") with { School = here.School });

        var document = await here.In<PlanDocumentQueries, PlanForDocument>(use =>
            use.Document(here.School)
        );

        Assert.Equal("District's?", Assert.Single(document.Given).Question);
        Assert.Equal("School's?", Assert.Single(document.Decisions).Question);
    }

    [Theory, EachDatabase]
    public async Task Starters_are_copied_once_and_tied_to_their_decision(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        CopyStarterDecisions.Input decisions = new([
            new("budget", new DecisionDraft { Question = "Who pays?", LeadDays = 240 }),
        ]);
        CopyStarterResponsibilities.Input lines = new([
            new(
                "book",
                new ResponsibilityDraft { What = "Book seats", Support = "A budget" },
                "budget"
            ),
        ]);

        Assert.Equal(1, await Copy(here, decisions));
        Assert.Equal(0, await Copy(here, decisions));
        PlanWork.Done(
            await here.In<CopyStarterResponsibilities, Outcome<int>>(use =>
                use.Do(lines, here.By(here.Lead))
            )
        );

        Assert.Equal(1, (await Line(here)).From!.Number);
        Assert.Equal(
            ["choose-a-starter"],
            PlanWork.Refused(
                await here.In<CopyStarterDecisions, Outcome<int>>(use =>
                    use.Do(new([]), here.By(here.Lead))
                )
            )
        );
    }

    private static async Task<int> Copy(TestWorkspace here, CopyStarterDecisions.Input input) =>
        PlanWork.Done(
            await here.In<CopyStarterDecisions, Outcome<int>>(use =>
                use.Do(input, here.By(here.Lead))
            )
        );

    private static async Task Act(TestWorkspace here, RecordAction.Input input) =>
        PlanWork.Done(
            await here.In<RecordAction, Outcome<ActionItemId>>(use =>
                use.Do(input, here.By(here.Lead))
            )
        );

    private static Task<Outcome<Nothing>> Revise(TestWorkspace here, ReviseAction.Input input) =>
        here.In<ReviseAction, Outcome<Nothing>>(use => use.Do(input, here.By(here.Lead)));

    private static async Task<ActionView> Only(TestWorkspace here) =>
        Assert.Single(await here.In<PlanQueries, IReadOnlyList<ActionView>>(use => use.Actions()));

    private static async Task<ResponsibilityView> Line(TestWorkspace here) =>
        Assert.Single(
            await here.In<PlanQueries, IReadOnlyList<ResponsibilityView>>(use =>
                use.Responsibilities()
            )
        );

    private static Task<Outcome<Nothing>> Ask(TestWorkspace here, AskForSupport.Input input) =>
        here.In<AskForSupport, Outcome<Nothing>>(use => use.Do(input, here.By(here.Lead)));

    private static Task<Outcome<Nothing>> Answer(
        TestWorkspace here,
        SupportNeedId id,
        bool met,
        string? text
    ) =>
        here.In<SettleSupport, Outcome<Nothing>>(use =>
            use.Do(
                new()
                {
                    Id = id,
                    Met = met,
                    Answer = text,
                },
                here.By(here.Lead)
            )
        );

    private static Task<PlanGaps> Gaps(TestWorkspace here) =>
        here.In<PlanDocumentQueries, PlanGaps>(use => use.Gaps(null, new DateOnly(2026, 9, 14)));
}
