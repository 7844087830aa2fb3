using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Direction;

/// <summary>What people write into a goal, and for a final goal what they learned.</summary>
public sealed record GoalForm
{
    public string? Statement { get; init; }

    public string? Why { get; init; }

    public GoalKind? Kind { get; init; }

    public string? Horizon { get; init; }

    public string? Measure { get; init; }

    public string? Baseline { get; init; }

    public string? Target { get; init; }

    public Dictionary<string, string?> Pictures { get; init; } = [];

    public GoalId? Outcome { get; init; }

    public List<VisionStatementId> Statements { get; init; } = [];

    public List<CoreBeliefId> Beliefs { get; init; } = [];

    public List<DistrictPriorityId> Priorities { get; init; } = [];

    public int Version { get; init; }

    public GoalText ToText(SchoolId? school) =>
        new()
        {
            School = school,
            Statement = Statement,
            Kind = Kind,
            Horizon = Horizon,
            Measure = Measure,
            Baseline = Baseline,
            Target = Target,
            Outcome = Outcome,
            Statements = Statements,
            Beliefs = Beliefs,
            Priorities = Priorities,
            Pictures = Pictures,
            Version = Version,
        };

    public static GoalForm Of(GoalView goal) =>
        new()
        {
            Statement = goal.Statement,
            Kind = goal.Kind,
            Horizon = goal.Horizon,
            Measure = goal.Measure,
            Baseline = goal.Baseline,
            Target = goal.Target,
            Outcome = goal.Outcome?.Id,
            Statements = [.. goal.Statements.Select(line => new VisionStatementId(line.Id))],
            Beliefs = [.. goal.Beliefs.Select(line => new CoreBeliefId(line.Id))],
            Priorities = [.. goal.Priorities.Select(line => new DistrictPriorityId(line.Id))],
            Pictures = goal.Pictures.ToDictionary(
                picture => picture.Horizon,
                picture => (string?)picture.Text,
                StringComparer.Ordinal
            ),
            Version = goal.Version,
        };
}

/// <summary>The form of a goal, new or not.</summary>
public abstract class GoalFormPage(GoalQueries goals, VisionQueries lists, ContentFolder content)
    : DirectionPage
{
    [BindProperty]
    public GoalForm Input { get; set; } = new();

    public GoalView? Goal { get; protected set; }

    /// <summary>The sample that the goal was copied from, for its considerations.</summary>
    public SampleGoal? Sample { get; private set; }

    /// <summary>A draft saves as one types; a final goal waits for the reason.</summary>
    public bool SavesItself => Goal is { IsFinal: false };

    public IEnumerable<Choice> Kinds =>
        Enum.GetNames<GoalKind>()
            .Select(name => new Choice(name, T["direction.goal-kind." + name.ToLowerInvariant()]));

    public IReadOnlyList<Choice> HorizonChoices { get; private set; } = [];

    public IReadOnlyList<Choice> Outcomes { get; private set; } = [];

    public IReadOnlyList<Choice> Statements { get; private set; } = [];

    public IReadOnlyList<Choice> Beliefs { get; private set; } = [];

    public IReadOnlyList<Choice> Priorities { get; private set; } = [];

    /// <summary>The horizons of the district's set, and others that the goal has pictures for.</summary>
    public IReadOnlyList<(string Code, string Name)> PictureHorizons { get; private set; } = [];

    protected async Task<IActionResult> Show()
    {
        var sets = content.Horizons(T.Language);
        var set = Horizons.SetOf(sets, District.HorizonSet);
        List<string> own = [.. set.Horizons.Select(one => one.Code)];
        var extra = Goal?.Pictures.Select(picture => picture.Horizon).Except(own) ?? [];
        PictureHorizons =
        [
            .. own.Concat(extra).Select(code => (code, Horizons.NameOf(sets, code))),
        ];
        foreach (var (code, _) in PictureHorizons)
        {
            Input.Pictures.TryAdd(code, null);
        }

        var chosen = own.Contains(Goal?.Horizon ?? own[0]) ? own : [.. own, Goal!.Horizon];
        HorizonChoices = [.. chosen.Select(code => new Choice(code, Horizons.NameOf(sets, code)))];
        Outcomes =
        [
            .. (await goals.All(T.Language))
                .Where(goal => goal.School is null || goal.School == Place)
                .Where(goal => goal.Kind == GoalKind.StudentOutcome && goal.Id != Goal?.Id)
                .Select(goal => new Choice(goal.Id.ToString(), goal.Statement)),
        ];
        Statements = Choices(await lists.Lines(LineKind.Statement));
        Beliefs = Choices(await lists.Lines(LineKind.Belief));
        Priorities = Choices(await lists.Lines(LineKind.Priority));
        Sample = Goal?.Origin is { } origin
            ? content.Goals(T.Language).Goals.FirstOrDefault(one => one.Code == origin)
            : null;
        return Page();
    }

    private static IReadOnlyList<Choice> Choices(IReadOnlyList<LineView> lines) =>
        [.. lines.Select(line => new Choice(line.Id.ToString("n"), line.Text))];
}
