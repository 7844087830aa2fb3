using Throughline.App.Design;
using Throughline.Direction;
using Throughline.Kernel.Tables;

namespace Throughline.App.Pages.Direction;

/// <summary>Goals from a sheet or a CSV file: the district's, or a school's.</summary>
[Needs(DirectionPermissions.Write, Read = DirectionPermissions.Write)]
public sealed class PasteGoalsModel(PasteGoals goals) : PastePage
{
    public override string Title => T["direction.paste.title.goals"];

    public override string Hint => T["direction.paste.goals-hint"];

    public override (string Name, string Address) List =>
        (T["direction.goals.title"], Here("direction/goals"));

    public IReadOnlyList<Crumb> Crumbs =>
        [new(T["direction.title"], Here("direction")), new(List.Name, List.Address)];

    protected override IPaste Find() => goals;
}
