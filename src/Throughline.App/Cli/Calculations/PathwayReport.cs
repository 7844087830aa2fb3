using System.Globalization;
using System.Text;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.App.Cli.Calculations;

/// <summary>What a simulation came to, for scripts and in sentences.</summary>
public static class PathwayReport
{
    /// <summary>All districts' seniors together, year by year.</summary>
    public static IReadOnlyList<object> Together(
        EnrollmentProjection projection,
        PathwayCalculation pathway
    ) =>
        [
            .. Enumerable
                .Range(1, projection.Years)
                .Select(ahead =>
                {
                    var (mean, low, high, reach) = pathway.Totals.Year(ahead);
                    return new
                    {
                        year = Year(projection, ahead),
                        share = mean,
                        low80 = low,
                        high80 = high,
                        reach,
                        districtsLikely = Enumerable
                            .Range(0, projection.History.Districts.Count)
                            .Count(district => pathway.Years(district)?[ahead - 1].Reach >= 0.5),
                    };
                }),
        ];

    public static string Sentences(
        EnrollmentProjection projection,
        PathwayCalculation? pathway,
        SmallestPlan? plan
    )
    {
        if (pathway is null)
        {
            return "";
        }

        var ahead = projection.Years;
        var (mean, low, high, _) = pathway.Totals.Year(ahead);
        var text = new StringBuilder();
        var what = pathway.Levers.Pass is null
            ? "have taken the course (no pass counts were given)"
            : "are competent";
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nIn {Year(projection, ahead)}, {mean:0.0%} of all seniors {what}, {low:0.0%} to {high:0.0%} in eight runs of ten."
        );
        if (plan is { IsEnough: true })
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nThe smallest plan: {plan.AddedSections} more sections and {plan.TrainedTeachers} teachers trained each year reach {pathway.Question.Target:0.##%} with a chance of {plan.Reach:0%}."
            );
        }
        else if (plan is { DemandFactor: { } factor })
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nSections alone are not enough: {factor:0.0} times as many students must want the course, then {plan.AddedSections} more sections and {plan.TrainedTeachers} teachers a year reach {pathway.Question.Target:0.##%} with a chance of {plan.Reach:0%}."
            );
        }
        else if (plan is not null)
        {
            text.Append(
                "\nNo number of sections and no demand reaches the target by then: the share who meet the mark is too low, or the years are too few."
            );
        }

        return text.ToString();
    }

    private static string Year(EnrollmentProjection projection, int ahead) =>
        new SchoolYear(
            projection.History.FirstYear + projection.History.Years - 1 + ahead
        ).ToString();
}
