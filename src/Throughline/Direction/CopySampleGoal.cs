using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>Copies a sample goal of the library into the district's goals, to be adapted; it remembers where it came from.</summary>
public sealed class CopySampleGoal(WriteGoal write, ContentFolder content) : IUseCase
{
    /// <summary>The set that the samples' success pictures are written for.</summary>
    private const string SampleSet = "years";

    /// <param name="language">The language to copy it in.</param>
    /// <param name="set">The district's horizon set.</param>
    public async Task<Outcome<GoalId>> Do(
        string? code,
        string language,
        string set,
        Doing doing,
        SchoolId? school = null,
        CancellationToken cancel = default
    )
    {
        var sample = content.Goals(language).Goals.FirstOrDefault(goal => goal.Code == code);
        if (sample is null)
        {
            return Outcome.Unknown;
        }

        var sets = content.Horizons(language);
        var theirs = sets.First(one => one.Code == SampleSet).Horizons;
        var ours = Horizons.SetOf(sets, set).Horizons;
        // Horizons of the same length mean the same; where the district has none so long, the sample's own stays.
        string Translate(string horizon) =>
            ours.FirstOrDefault(one =>
                one.Months == theirs.First(their => their.Code == horizon).Months
            )?.Code
            ?? horizon;

        return await write.Do(
            new GoalText
            {
                School = school,
                Statement = sample.Statement,
                Kind = Enum.Parse<GoalKind>(sample.Kind.ToString()),
                Horizon = ours[0].Code,
                Measure = sample.Measure,
                Pictures = sample.SuccessPictures.ToDictionary(
                    picture => Translate(picture.Key),
                    picture => (string?)picture.Value,
                    StringComparer.Ordinal
                ),
            },
            doing,
            sample.Code,
            cancel
        );
    }
}
