using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

/// <summary>The direction's use cases in one line each, as the lead of the test's district.</summary>
internal static class DirectionTestbed
{
    public static readonly DateOnly Today = new(2026, 9, 14);

    public static Task<Outcome<int>> Vision(
        this TestWorkspace here,
        string? text,
        int version = 0,
        bool keep = false,
        PersonId? who = null
    ) =>
        here.In<WriteVision, Outcome<int>>(use =>
            use.Do(new WriteVision.Input(text, version, keep), here.By(who ?? here.Lead))
        );

    public static Task<VisionView?> ReadVision(this TestWorkspace here) =>
        here.In<VisionQueries, VisionView?>(read => read.Current());

    public static Task<Outcome<Guid>> Line(
        this TestWorkspace here,
        LineKind list,
        string? text,
        Guid? line = null,
        int version = 0,
        PriorityKind? kind = null
    ) =>
        here.In<WriteLine, Outcome<Guid>>(use =>
            use.Do(
                list,
                new WriteLine.Input
                {
                    Line = line,
                    Text = text,
                    Version = version,
                    Kind = kind,
                },
                here.By(here.Lead)
            )
        );

    public static Task<IReadOnlyList<LineView>> Lines(this TestWorkspace here, LineKind list) =>
        here.In<VisionQueries, IReadOnlyList<LineView>>(read => read.Lines(list));

    public static GoalText Draft(string? statement = "Every grade 7 student completes a course.") =>
        new()
        {
            Statement = statement,
            Kind = GoalKind.Access,
            Horizon = "short",
        };

    public static Task<Outcome<GoalId>> Goal(this TestWorkspace here, GoalText text) =>
        here.In<WriteGoal, Outcome<GoalId>>(use => use.Do(text, here.By(here.Lead)));

    public static Task<Outcome<int>> Revise(
        this TestWorkspace here,
        GoalId goal,
        GoalText text,
        string? why = null
    ) => here.In<ReviseGoal, Outcome<int>>(use => use.Do(goal, text, here.By(here.Lead, why)));

    public static Task<IReadOnlyList<GoalView>> Goals(this TestWorkspace here) =>
        here.In<GoalQueries, IReadOnlyList<GoalView>>(read => read.All("en"));

    public static async Task<GoalView> OneGoal(this TestWorkspace here, GoalId id) =>
        (await here.Goals()).Single(goal => goal.Id == id);

    public static T Done<T>(this Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new Xunit.Sdk.XunitException($"Expected Done, was {outcome}.");

    public static IReadOnlyList<Refusal> Refused<T>(this Outcome<T> outcome) =>
        outcome is Outcome<T>.Refused refused
            ? refused.Refusals
            : throw new Xunit.Sdk.XunitException($"Expected Refused, was {outcome}.");

    public static Conflict Conflicted<T>(this Outcome<T> outcome) =>
        outcome is Outcome<T>.Conflicting conflicting
            ? conflicting.Conflict
            : throw new Xunit.Sdk.XunitException($"Expected Conflicting, was {outcome}.");

    public static void IsUnknown<T>(this Outcome<T> outcome) =>
        Assert.IsType<Outcome<T>.Unknown>(outcome);

    public static Task Figures(
        this TestWorkspace here,
        SchoolId school,
        int year,
        params (string Measure, int Count)[] figures
    ) =>
        here.Write(
            here.District,
            db =>
            {
                foreach (var (measure, count) in figures)
                {
                    var row = new EnrollmentFigure
                    {
                        DistrictId = here.District,
                        Id = Id.New<EnrollmentFigureId>(),
                        SchoolId = school,
                        EndYear = year,
                        Measure = measure,
                        Count = count,
                    };
                    db.Add(row);
                    db.Happened("figures.taken", row);
                }
            }
        );

    public static async Task<(DistrictId District, PersonId Lead)> Neighbor(this TestWorkspace here)
    {
        var lead = await here.AddPerson("lead@neighbor.example", "Noor Neighbor");
        var (district, _) = await here.AddDistrict("neighbor", lead);
        return (district, lead);
    }
}
