using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.Tables;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>A block from a sheet: look at it first, then all of it or nothing.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class PasteModel(
    PlanQueries plans,
    PasteDecisions decisions,
    PasteActions actions,
    PasteResponsibilities responsibilities
) : PlanPage(plans)
{
    public sealed record Form
    {
        public string? Text { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public IPaste Paste { get; private set; } = null!;

    public PastePreview? Preview { get; private set; }

    public PasteDone? Done { get; private set; }

    /// <summary>The heads alone, as a sheet takes them from the clipboard.</summary>
    public string Template => TableText.Write([Paste.Shape.Columns.Select(NameOf)]);

    public string NameOf(TableColumn column) => Paste.Shape.NameOf(column, T);

    public async Task<IActionResult> OnGet() => await Open() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Open())
        {
            return NotFound();
        }

        await Look();
        return Page();
    }

    public async Task<IActionResult> OnPostSave()
    {
        if (!await Open())
        {
            return NotFound();
        }

        var input = new PasteInput { Text = Input.Text, School = Place };
        return await Answer(
            await Paste.Do(input, Doing()),
            done =>
            {
                Done = done;
                Input = new Form();
                ModelState.Clear();
                return Page();
            },
            async () =>
            {
                await Look();
                return Page();
            }
        );
    }

    public string Shown(TableColumn column, PastedRow row, CellError? error)
    {
        var text = row[column.Key] ?? "";
        return error is null && column.Kind == CellKind.Choice && text.Length > 0
                ? Paste.Shape.WordOf(column, text, T)
            : error is null && column.Kind == CellKind.Day ? Day(row.Day(column.Key))
            : text;
    }

    private async Task Look()
    {
        Preview = await Paste.Preview(new PasteInput { Text = Input.Text, School = Place });
        if (Preview.Table.Refusal is { } refusal)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            if (ModelState.ErrorCount == 0)
            {
                ModelState.AddModelError("Input.Text", T[refusal]);
            }
        }
    }

    private async Task<bool> Open()
    {
        IPaste[] all = [decisions, actions, responsibilities];
        if (Array.Find(all, paste => paste.Name == What) is not { } found)
        {
            return false;
        }

        Paste = found;
        await Enter();
        return true;
    }
}
