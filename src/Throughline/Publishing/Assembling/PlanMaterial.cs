using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.Publishing.Assembling;

/// <summary>What the reader gets to see, and in which language.</summary>
/// <param name="School">Null: the district's plan.</param>
/// <param name="ShowNames">Otherwise a member is their part in the team, or "the team".</param>
/// <param name="WithDrafts">Answers that the team has not agreed to yet are shown, and marked.</param>
/// <param name="Version">Of a published plan; null for the plan as it stands.</param>
public sealed record PlanWanted(
    DistrictView District,
    Texts Texts,
    DateOnly Today,
    SchoolId? School = null,
    bool ShowNames = true,
    bool WithDrafts = true,
    int? Version = null,
    string? Title = null
);

/// <param name="Students">Of the latest year that the directory has; null where it has none.</param>
public sealed record SchoolLine(
    SchoolId Id,
    string Name,
    string Grades,
    int? Students,
    int? EndYear
);

/// <summary>Everything a plan document is made of, read at one moment.</summary>
public sealed record PlanMaterial(
    PlanWanted Wanted,
    IReadOnlyList<SchoolLine> Schools,
    DirectionForPlan Direction,
    PlanForDocument Plan,
    PlanGaps Gaps,
    IReadOnlyList<AnswerView> Answers,
    ProcessEdition Edition,
    IReadOnlyList<People.TeamMember> Team
)
{
    public Texts T => Wanted.Texts;

    public SchoolLine? School => Schools.FirstOrDefault(school => school.Id == Wanted.School);

    /// <summary>A sentence of the document.</summary>
    public string Say(string key, params object?[] values) =>
        T["publishing.document." + key, values];

    public string DayOr(DateOnly? day, string key) => day is { } known ? T.Day(known) : Say(key);

    /// <summary>
    /// How a person is named here: as the team wrote it where that is a role in words; a member by name only where names are shown.
    /// </summary>
    public string? Named(MembershipId? member, string? written)
    {
        if (member is not { } id)
        {
            return written;
        }

        if (Wanted.ShowNames)
        {
            return written;
        }

        var part = Team.FirstOrDefault(one => one.Id == id)?.TeamRole;
        return part is not null && T.Has(TeamWords.TeamRoleKey(part))
            ? T[TeamWords.TeamRoleKey(part)]
            : Say("the-team");
    }
}
