using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Pages.People;

/// <summary>The lists that inviting and changing share.</summary>
public static class TeamChoices
{
    public static IEnumerable<Choice> Roles(Texts texts) =>
        Enum.GetValues<Role>()
            .OrderByDescending(role => role)
            .Select(role => new Choice(
                role.ToString(),
                texts[TeamWords.RoleKey(role)],
                texts["people.role-says." + role.ToString().ToLowerInvariant()]
            ));

    public static IEnumerable<Choice> TeamRoles(Texts texts) =>
        TeamWords.TeamRoles.Select(role => new Choice(role, texts[TeamWords.TeamRoleKey(role)]));

    public static IEnumerable<Choice> Schools(IEnumerable<SchoolChoice> schools) =>
        schools.Select(school => new Choice(school.Id.ToString(), school.Name));
}
