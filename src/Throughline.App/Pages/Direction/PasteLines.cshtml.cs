using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Direction;
using Throughline.Kernel.Tables;

namespace Throughline.App.Pages.Direction;

/// <summary>One of the three short lists from a sheet.</summary>
[Needs(DirectionPermissions.Write, Read = DirectionPermissions.Write)]
public sealed class PasteLinesModel(
    PasteStatements statements,
    PasteBeliefs beliefs,
    PastePriorities priorities
) : PastePage
{
    [BindProperty(SupportsGet = true, Name = "list")]
    public string Which { get; set; } = "";

    public override string Title => T["direction.paste.title." + Which];

    public override (string Name, string Address) List =>
        (T[$"direction.lines.{Which}.title"], Here("direction/" + Which));

    public IReadOnlyList<Crumb> Crumbs =>
        [new(T["direction.title"], Here("direction")), new(List.Name, List.Address)];

    protected override IPaste? Find()
    {
        IPaste[] all = [statements, beliefs, priorities];
        return Array.Find(all, paste => paste.Name == Which);
    }
}
