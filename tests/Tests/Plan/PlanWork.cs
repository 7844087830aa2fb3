using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Plan;

/// <summary>The steps that the tests of this module share.</summary>
internal static class PlanWork
{
    public static RecordDecision.Input Question(string question) =>
        new() { Question = question, Decider = "Superintendent" };

    public static Task<Outcome<DecisionId>> Record(
        this TestWorkspace here,
        RecordDecision.Input input,
        PersonId? by = null
    ) =>
        here.In<RecordDecision, Outcome<DecisionId>>(use =>
            use.Do(input, here.By(by ?? here.Lead))
        );

    public static async Task<DecisionView> Recorded(
        this TestWorkspace here,
        RecordDecision.Input input
    ) => await here.See(Done(await here.Record(input)));

    public static async Task<DecisionView> See(this TestWorkspace here, DecisionId id) =>
        (await here.In<DecisionQueries, DecisionView?>(use => use.One(id)))!;

    public static Task<Outcome<Nothing>> Decide(
        this TestWorkspace here,
        DecisionView decision,
        PersonId? by = null
    ) =>
        here.In<DecideDecision, Outcome<Nothing>>(use =>
            use.Do(
                new()
                {
                    Id = decision.Id,
                    Version = decision.Version,
                    Outcome = "Grades 6 to 8",
                    Reason = "The teachers are ready.",
                },
                here.By(by ?? here.Lead)
            )
        );

    public static T Done<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException($"Expected Done, was {outcome}.");

    public static IEnumerable<string> Refused<T>(Outcome<T> outcome) =>
        Assert
            .IsType<Outcome<T>.Refused>(outcome)
            .Refusals.Select(refusal => refusal.Sentence.Key.Split('.')[^1]);

    /// <summary>A second district with a decision of its own.</summary>
    public static async Task<(
        DistrictId District,
        PersonId Lead,
        SchoolId School,
        DecisionId Decision
    )> Neighbor(this TestWorkspace here)
    {
        var lead = await here.AddPerson("lead@other.example", "Other Lead");
        var (district, school) = await here.AddDistrict("other", lead);
        var decision = await here.In<RecordDecision, Outcome<DecisionId>>(
            district,
            lead,
            use => use.Do(Question("Theirs?"), here.By(lead))
        );
        return (district, lead, school, Done(decision));
    }
}
