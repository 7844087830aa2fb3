using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Plan;

public sealed class DecideDecisionTests
{
    [Theory, EachDatabase]
    public async Task A_final_decision_needs_a_decider_an_outcome_and_a_reason(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var decision = await here.Recorded(new() { Question = "Which band?" });

        var refused = await here.In<DecideDecision, Outcome<Nothing>>(use =>
            use.Do(new() { Id = decision.Id, Version = decision.Version }, here.By(here.Lead))
        );

        Assert.Equal(
            ["name-a-decider", "enter-an-outcome", "enter-a-reason"],
            PlanWork.Refused(refused)
        );
        Assert.Equal(DecisionState.Open, (await here.See(decision.Id)).State);
    }

    [Theory, EachDatabase]
    public async Task Broad_support_waits_for_every_group_and_for_a_lead(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var editor = await here.AddPerson("editor@marlowfalls.example", "Eddie Editor");
        await here.AddMember(here.District, editor, Role.Editor);
        var decision = await here.Recorded(
            PlanWork.Question("Which band?") with
            {
                BroadSupport = true,
                Consult = "Families\nTeachers",
            }
        );

        Assert.Equal(["waits-for-groups"], PlanWork.Refused(await here.Decide(decision)));
        await Settle(
            here,
            new()
            {
                Id = decision.Groups[0].Id,
                ConsultedOn = new(2026, 9, 1),
                Heard = "Yes.",
            }
        );
        Assert.Equal(["waits-for-groups"], PlanWork.Refused(await here.Decide(decision)));
        await Settle(
            here,
            new() { Id = decision.Groups[1].Id, WaivedReason = "Asked last spring." }
        );
        Assert.Equal(
            ["only-a-lead-decides"],
            PlanWork.Refused(await here.Decide(decision, editor))
        );

        PlanWork.Done(await here.Decide(decision));
        var now = await here.See(decision.Id);
        Assert.Equal(DecisionState.Decided, now.State);
        Assert.Equal("Asked last spring.", now.Groups[1].WaivedReason);
    }

    [Theory, EachDatabase]
    public async Task A_group_is_heard_or_passed_over_never_both_nor_neither(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var decision = await here.Recorded(
            PlanWork.Question("Q?") with
            {
                BroadSupport = true,
                Consult = "Families",
            }
        );
        var group = decision.Groups[0].Id;

        Assert.Equal(
            ["say-when-or-why-not"],
            PlanWork.Refused(await TrySettle(here, new() { Id = group }))
        );
        Assert.Equal(
            ["say-when-or-why-not"],
            PlanWork.Refused(
                await TrySettle(
                    here,
                    new()
                    {
                        Id = group,
                        ConsultedOn = new(2026, 9, 1),
                        WaivedReason = "No",
                    }
                )
            )
        );
        Assert.Equal(
            ["day-is-ahead"],
            PlanWork.Refused(
                await TrySettle(here, new() { Id = group, ConsultedOn = new(2027, 9, 1) })
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_member_of_one_school_does_not_decide_for_the_system(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var principal = await here.AddPerson("p@marlowfalls.example", "Priya Principal");
        await here.AddMember(here.District, principal, Role.Lead, here.School);
        var system = await here.Recorded(
            PlanWork.Question("All?") with
            {
                Decider = "Priya Principal",
            }
        );
        var school = await here.Recorded(
            PlanWork.Question("Here?") with
            {
                Decider = "Priya Principal",
                Level = PlanLevel.School,
                School = here.School,
            }
        );

        Assert.Equal(["decider-is-of-a-school"], PlanWork.Refused(await here.Decide(system)));
        PlanWork.Done(await here.Decide(school));
    }

    [Theory, EachDatabase]
    public async Task A_later_decision_takes_the_place_of_the_former_which_is_kept(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var former = await here.Recorded(PlanWork.Question("Which band?"));
        PlanWork.Done(await here.Decide(former));
        former = await here.See(former.Id);

        var laterId = PlanWork.Done(
            await here.In<ReplaceDecision, Outcome<DecisionId>>(use =>
                use.Do(
                    new()
                    {
                        Id = former.Id,
                        Version = former.Version,
                        Reason = "Two schools merged.",
                    },
                    here.By(here.Lead)
                )
            )
        );
        var later = await here.See(laterId);
        Assert.Equal(DecisionState.Decided, (await here.See(former.Id)).State);
        Assert.Equal((2, former.Id), (later.Number, later.Replaces!.Id));

        PlanWork.Done(await here.Decide(later));
        former = await here.See(former.Id);
        Assert.Equal(DecisionState.Superseded, former.State);
        Assert.Equal("Grades 6 to 8", former.Outcome);
        Assert.Equal(laterId, former.ReplacedBy!.Id);
        var kinds = await here.In<ThroughlineDb, List<string>>(db =>
            db.Set<Happening>()
                .Where(row => row.SubjectId == former.Id.Value)
                .OrderBy(row => row.Id)
                .Select(row => row.Kind)
                .ToListAsync()
        );
        Assert.Equal(
            [
                "decision.recorded",
                "decision.decided",
                "decision.reconsidered",
                "decision.superseded",
            ],
            kinds
        );
    }

    [Theory, EachDatabase]
    public async Task Reopening_needs_a_reason_and_lets_the_former_stand_again(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var decision = await here.Recorded(PlanWork.Question("Which band?"));
        Assert.Equal(
            ["not-decided-yet"],
            PlanWork.Refused(await Reopen(here, decision, "New facts"))
        );
        PlanWork.Done(await here.Decide(decision));
        Assert.Equal(
            ["already-decided"],
            PlanWork.Refused(await here.Decide(await here.See(decision.Id)))
        );
        decision = await here.See(decision.Id);

        Assert.Equal(["enter-a-reason"], PlanWork.Refused(await Reopen(here, decision, " ")));
        PlanWork.Done(await Reopen(here, decision, "New facts"));

        Assert.Equal(DecisionState.Open, (await here.See(decision.Id)).State);
        Assert.IsType<Outcome<Nothing>.Conflicting>(await here.Decide(decision));
    }

    [Theory, EachDatabase]
    public async Task A_removed_decision_comes_back_with_its_number(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var first = await here.Recorded(PlanWork.Question("One?"));
        PlanWork.Done(
            await here.In<RemoveDecision, Outcome<Nothing>>(use =>
                use.Do(first.Id, here.By(here.Lead))
            )
        );
        var second = await here.Recorded(PlanWork.Question("Two?"));
        PlanWork.Done(
            await here.In<RemoveDecision, Outcome<Nothing>>(use =>
                use.Undo(first.Id, here.By(here.Lead))
            )
        );

        Assert.Equal(2, second.Number);
        Assert.Equal(1, (await here.See(first.Id)).Number);
    }

    private static Task<Outcome<Nothing>> TrySettle(
        TestWorkspace here,
        SettleConsultation.Input input
    ) => here.In<SettleConsultation, Outcome<Nothing>>(use => use.Do(input, here.By(here.Lead)));

    private static async Task Settle(TestWorkspace here, SettleConsultation.Input input) =>
        PlanWork.Done(await TrySettle(here, input));

    private static Task<Outcome<Nothing>> Reopen(
        TestWorkspace here,
        DecisionView one,
        string reason
    ) =>
        here.In<ReopenDecision, Outcome<Nothing>>(use =>
            use.Do(
                new()
                {
                    Id = one.Id,
                    Version = one.Version,
                    Reason = reason,
                },
                here.By(here.Lead)
            )
        );
}
