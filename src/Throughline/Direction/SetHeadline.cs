using Microsoft.EntityFrameworkCore;
using Throughline.Analysis.Competency;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Sets the share of graduates to reach, by which class, and what counts as competent.</summary>
public sealed class SetHeadline(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public decimal? Percent { get; init; } = 30;

        public int? Class { get; init; }

        public decimal? LongRange { get; init; } = 100;

        public string? Course { get; init; }

        public string? LeastGrade { get; init; } = "C";

        public string? Exam { get; init; }

        public int? LeastScore { get; init; } = 3;

        public int Version { get; init; }
    }

    /// <param name="today">Where the district is: the class is of the last ten years or the next twenty.</param>
    public Task<Outcome<HeadlineGoalId>> Do(
        Input input,
        DateOnly today,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<HeadlineGoalId>(
            doing,
            async () =>
            {
                if (Check(input, today) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                var scope = Vision.ScopeOf(null);
                var goal = await db.Set<HeadlineGoal>()
                    .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
                var current = goal is null ? null : await Current(goal, cancel);
                if (goal is not null && goal.Version != input.Version)
                {
                    return StoredOf(goal, current!);
                }

                var isNew = goal is null;
                if (goal is null)
                {
                    goal = new HeadlineGoal
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<HeadlineGoalId>(),
                        Scope = scope,
                    };
                    db.Add(goal);
                }

                goal.Aim(input.Percent!.Value, input.Class!.Value, input.LongRange!.Value);
                goal.Define(current, RuleOf(input), doing);
                if (db.ChangeTracker.HasChanges())
                {
                    db.Happened(isNew ? "headline-goal.set" : "headline-goal.changed", goal);
                }

                return goal.Id;
            },
            cancel
        );

    private static CompetencyRule RuleOf(Input input) =>
        new(
            Limits.Tidy(input.Course)!,
            input.LeastGrade!.Trim().ToUpperInvariant(),
            Limits.Tidy(input.Exam)!,
            input.LeastScore!.Value
        );

    private static List<Refusal> Check(Input input, DateOnly today)
    {
        var refusals = new List<Refusal>();
        refusals.Need(
            Limits.Tidy(input.Course),
            Limits.Line,
            nameof(input.Course),
            DirectionSentences.NameTheCourse
        );
        refusals.Need(
            Limits.Tidy(input.Exam),
            Limits.Line,
            nameof(input.Exam),
            DirectionSentences.NameTheExam
        );
        void Refuse(bool isWrong, Sentence sentence, string field)
        {
            if (isWrong)
            {
                refusals.Add(Outcome.Refused(sentence, field));
            }
        }

        Refuse(!IsShare(input.Percent), DirectionSentences.SharePercent, nameof(input.Percent));
        Refuse(
            !IsShare(input.LongRange) || input.LongRange < input.Percent,
            DirectionSentences.LongRange,
            nameof(input.LongRange)
        );
        Refuse(
            input.Class is not { } year || year < today.Year - 10 || year > today.Year + 20,
            DirectionSentences.AClass,
            nameof(input.Class)
        );
        Refuse(
            !LetterGrade.TryParse(input.LeastGrade, out _),
            DirectionSentences.ALetterGrade,
            nameof(input.LeastGrade)
        );
        Refuse(
            input.LeastScore is not (>= 1 and <= 5),
            DirectionSentences.AScore,
            nameof(input.LeastScore)
        );
        return refusals;
    }

    /// <summary>Above nothing, at most everybody, and no finer than hundredths.</summary>
    private static bool IsShare(decimal? percent) =>
        percent is { } share and > 0 and <= 100 && decimal.Round(share, 2) == share;

    private Task<CompetencyDefinition?> Current(HeadlineGoal goal, CancellationToken cancel) =>
        db.Set<CompetencyDefinition>()
            .FirstOrDefaultAsync(
                row => row.HeadlineGoalId == goal.Id && row.Number == goal.DefinitionNumber,
                cancel
            );

    private static Conflict StoredOf(HeadlineGoal goal, CompetencyDefinition rule)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return new Conflict(
            goal.Version,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [nameof(Input.Percent)] = goal.TargetPercent.ToString("0.##", culture),
                [nameof(Input.Class)] = goal.TargetClass.ToString(culture),
                [nameof(Input.LongRange)] = goal.LongRangePercent.ToString("0.##", culture),
                [nameof(Input.Course)] = rule.Course,
                [nameof(Input.LeastGrade)] = rule.LeastGrade,
                [nameof(Input.Exam)] = rule.Exam,
                [nameof(Input.LeastScore)] = rule.LeastScore.ToString(culture),
            }
        );
    }
}
