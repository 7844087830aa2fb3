namespace Throughline.Sample;

/// <summary>The invented town and its seven schools: 3,914 students.</summary>
internal static class SampleSchools
{
    public const string Slug = "marlow-falls";
    public const string District = "Marlow Falls Public Schools";
    public const string Town = "Marlow Falls";
    public const string State = "MA";
    public const string TimeZone = "America/New_York";

    /// <summary>No district of the state has a code that begins like this.</summary>
    public const string OrgCode = "99990000";

    public static readonly SampleSchool Riverside = new(
        "99990305",
        "Riverside Middle School",
        6,
        [129, 131, 126]
    )
    {
        Groups = new(102, 53, 72, 219, 172),
        Races = new(32, 29, 95, 216, 0, 1, 13),
        Girls = 186,
    };

    public static readonly SampleSchool Hill = new(
        "99990310",
        "Hill Middle School",
        6,
        [118, 115, 121]
    )
    {
        Groups = new(66, 28, 61, 169, 124),
        Races = new(16, 30, 59, 233, 1, 0, 15),
        Girls = 177,
    };

    public static readonly SampleSchool Millbrook = new(
        "99990205",
        "Millbrook K-8 School",
        0,
        [51, 53, 50, 54, 52, 55, 57, 54, 56]
    )
    {
        Groups = new(126, 56, 88, 270, 210),
        Races = new(32, 21, 109, 304, 0, 0, 16),
        Girls = 232,
    };

    public static readonly IReadOnlyList<SampleSchool> All =
    [
        new("99990005", "Brook Street Elementary School", 0, [86, 88, 84, 91, 87, 85])
        {
            Groups = new(124, 90, 96, 286, 217),
            Races = new(33, 34, 91, 333, 2, 0, 28),
            Girls = 256,
        },
        new("99990010", "Canal Elementary School", 0, [77, 74, 80, 76, 79, 82])
        {
            Groups = new(190, 111, 91, 329, 279),
            Races = new(48, 22, 154, 218, 0, 0, 26),
            Girls = 231,
        },
        new("99990015", "Eastview Elementary School", 0, [81, 85, 83, 80, 84, 86])
        {
            Groups = new(66, 22, 78, 182, 112),
            Races = new(18, 55, 54, 348, 1, 0, 23),
            Girls = 240,
        },
        Millbrook,
        Riverside,
        Hill,
        new("99990505", "Marlow Falls High School", 9, [319, 301, 288, 296])
        {
            Groups = new(272, 109, 204, 631, 484),
            Races = new(95, 81, 250, 730, 1, 0, 47),
            Girls = 587,
        },
    ];

    public static int Students => All.Sum(school => school.Students);

    /// <summary>The students of a grade at the two middle schools.</summary>
    public static int AtTheMiddleSchools(int grade) => Riverside.In(grade) + Hill.In(grade);
}
