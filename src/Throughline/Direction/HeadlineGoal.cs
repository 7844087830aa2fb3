using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>By a named class, at least this share of graduates leaves with competency in computer science.</summary>
public sealed class HeadlineGoal : DistrictThing<HeadlineGoalId>, IAtLevel
{
    public SchoolId? SchoolId { get; init; }

    public required string Scope { get; init; }

    /// <summary>Of every 100 graduates.</summary>
    public decimal TargetPercent { get; private set; } = 30;

    /// <summary>The graduating class: 2031.</summary>
    public int TargetClass { get; private set; }

    public decimal LongRangePercent { get; private set; } = 100;

    /// <summary>The definition that counts now; earlier ones stay, so that an old rate can be read as it was computed.</summary>
    public int DefinitionNumber { get; private set; }

    public List<CompetencyDefinition> Definitions { get; } = [];

    public override string HistoryKind => "headline-goal";

    public override string HistoryName =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{TargetPercent:0.##} % by {TargetClass}"
        );

    public void Aim(decimal percent, int graduatingClass, decimal longRange) =>
        (TargetPercent, TargetClass, LongRangePercent) = (percent, graduatingClass, longRange);

    /// <summary>Writes a new version of the definition where it differs from the one that counts now.</summary>
    public void Define(CompetencyDefinition? current, CompetencyRule rule, Doing doing)
    {
        if (current?.Rule == rule)
        {
            return;
        }

        DefinitionNumber++;
        Definitions.Add(
            new CompetencyDefinition
            {
                DistrictId = DistrictId,
                Id = Kernel.Id.New<CompetencyDefinitionId>(),
                HeadlineGoalId = Id,
                Number = DefinitionNumber,
                Course = rule.Course,
                LeastGrade = rule.LeastGrade,
                Exam = rule.Exam,
                LeastScore = rule.LeastScore,
                Who = doing.Who,
                When = doing.When,
            }
        );
    }
}

/// <summary>Competent is whoever met route 1 (a course, with at least this grade) or route 2 (an exam, with at least this score).</summary>
public sealed record CompetencyRule(string Course, string LeastGrade, string Exam, int LeastScore);

/// <summary>One version of the definition. Never changed.</summary>
public sealed class CompetencyDefinition : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required CompetencyDefinitionId Id { get; init; }

    public required HeadlineGoalId HeadlineGoalId { get; init; }

    public required int Number { get; init; }

    public required string Course { get; init; }

    public required string LeastGrade { get; init; }

    public required string Exam { get; init; }

    public required int LeastScore { get; init; }

    public required PersonId Who { get; init; }

    public required DateTime When { get; init; }

    public CompetencyRule Rule => new(Course, LeastGrade, Exam, LeastScore);
}
