using Throughline.Kernel;

namespace Throughline.Sample;

/// <param name="Day">The school day on which they joined.</param>
internal sealed record SamplePerson(
    string Name,
    string Email,
    Role Role,
    string TeamRole,
    int Day,
    string Clock,
    SampleSchool? School = null
);

/// <summary>The team: eight around the table, the superintendent who asked them, and a librarian who writes for her school.</summary>
internal static class SamplePeople
{
    public static readonly SamplePerson Dana = new(
        "Dana Whitfield",
        "dana.whitfield@marlowfalls.example",
        Role.Lead,
        "stem-director",
        -8,
        "9:12"
    );

    public static readonly SamplePerson Margaret = new(
        "Margaret Kowalczyk",
        "margaret.kowalczyk@marlowfalls.example",
        Role.Lead,
        "superintendent",
        -8,
        "10:40"
    );

    public static readonly SamplePerson Anita = new(
        "Anita Raghunathan",
        "anita.raghunathan@marlowfalls.example",
        Role.Lead,
        "assistant-superintendent",
        -7,
        "8:05"
    );

    public static readonly SamplePerson Luis = new(
        "Luis Ortega",
        "luis.ortega@marlowfalls.example",
        Role.Editor,
        "cs-teacher",
        -7,
        "14:50"
    );

    public static readonly SamplePerson Folake = new(
        "Folake Adeyemi",
        "folake.adeyemi@marlowfalls.example",
        Role.Editor,
        "building-administrator",
        -6,
        "7:25"
    );

    public static readonly SamplePerson Grace = new(
        "Grace Tsao",
        "grace.tsao@marlowfalls.example",
        Role.Editor,
        "teacher",
        -6,
        "15:35"
    );

    public static readonly SamplePerson Marcus = new(
        "Marcus Tolliver",
        "marcus.tolliver@marlowfalls.example",
        Role.Editor,
        "counselor",
        -5,
        "12:10"
    );

    public static readonly SamplePerson Samnang = new(
        "Samnang Keo",
        "samnang.keo@marlowfalls.example",
        Role.Editor,
        "technology-director",
        -5,
        "13:45"
    );

    public static readonly SamplePerson Rosangela = new(
        "Rosângela Furtado",
        "rosangela.furtado@canalparents.example",
        Role.Editor,
        "family-member",
        -3,
        "19:20"
    );

    public static readonly SamplePerson Hannah = new(
        "Hannah Birnbaum",
        "hannah.birnbaum@marlowfalls.example",
        Role.Editor,
        "librarian",
        -2,
        "10:15",
        SampleSchools.Millbrook
    );

    public static readonly IReadOnlyList<SamplePerson> All =
    [
        Dana,
        Margaret,
        Anita,
        Luis,
        Folake,
        Grace,
        Marcus,
        Samnang,
        Rosangela,
        Hannah,
    ];

    /// <summary>Asked into the team, and has not answered yet.</summary>
    public static readonly SamplePerson Invited = new(
        "Teresa Almada",
        "teresa.almada@canalstreetclub.example",
        Role.Reviewer,
        "community-partner",
        6,
        "11:05"
    );

    public const string InvitationNote =
        "Teresa, you know more of our Portuguese-speaking families than anyone at this table. Would you read what we write, and tell us "
        + "where it misses? One evening a month at most.";
}
