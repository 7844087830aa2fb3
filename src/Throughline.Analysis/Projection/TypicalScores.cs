namespace Throughline.Analysis.Projection;

/// <summary>
/// Quantiles (0, 5, … 95, 99.5 %) of |score| for a history too short to have errors of its own. Our computation from the errors of the
/// projections for Massachusetts districts made in 2017-18 to 2023-24, by enrollment by grade as published by the Department of
/// Elementary and Secondary Education for 2016-17 to 2024-25.
/// </summary>
internal static class TypicalScores
{
    private static readonly double[] AllGrades =
    [
        0.000,
        0.032,
        0.064,
        0.096,
        0.128,
        0.163,
        0.198,
        0.231,
        0.265,
        0.302,
        0.341,
        0.379,
        0.423,
        0.469,
        0.519,
        0.574,
        0.635,
        0.704,
        0.784,
        0.921,
        1.689,
    ];
    private static readonly double[] HighSchool =
    [
        0.000,
        0.035,
        0.069,
        0.103,
        0.139,
        0.175,
        0.211,
        0.249,
        0.283,
        0.323,
        0.365,
        0.405,
        0.450,
        0.497,
        0.549,
        0.601,
        0.662,
        0.737,
        0.825,
        0.966,
        1.529,
    ];
    private static readonly double[] GradeTwelve =
    [
        0.000,
        0.025,
        0.050,
        0.077,
        0.104,
        0.131,
        0.155,
        0.183,
        0.212,
        0.243,
        0.274,
        0.308,
        0.346,
        0.383,
        0.420,
        0.466,
        0.519,
        0.588,
        0.677,
        0.816,
        1.307,
    ];

    public static double[] Of(EnrollmentSeries series) =>
        series switch
        {
            EnrollmentSeries.AllGrades => AllGrades,
            EnrollmentSeries.HighSchool => HighSchool,
            _ => GradeTwelve,
        };
}
