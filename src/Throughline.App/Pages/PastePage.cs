using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel;
using Throughline.Kernel.Tables;

namespace Throughline.App.Pages;

/// <summary>A block from a sheet, or a CSV file: look at it first, then all of it or nothing. Shown by the partial <c>_Paste</c>.</summary>
public abstract class PastePage : DistrictPage
{
    public sealed record Form
    {
        public string? Text { get; init; }

        public IFormFile? File { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What is pasted into.</summary>
    public IPaste Paste { get; private set; } = null!;

    public PastePreview? Preview { get; private set; }

    public PasteDone? Done { get; private set; }

    public abstract string Title { get; }

    /// <summary>The list that the rows go into.</summary>
    public abstract (string Name, string Address) List { get; }

    /// <summary>What else to know of the columns; null: nothing.</summary>
    public virtual string? Hint => null;

    public string NameOf(TableColumn column) => Paste.Shape.NameOf(column, T);

    public static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    public IActionResult OnGet() => Open() ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!Open())
        {
            return NotFound();
        }

        await Look(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        // A file that was chosen since has not been looked at yet.
        if (Input.File is not null)
        {
            return await OnPost(cancel);
        }

        if (!Open())
        {
            return NotFound();
        }

        return await Answer(
            await Paste.Do(new PasteInput { Text = Input.Text, School = Place }, Doing(), cancel),
            done =>
            {
                Done = done;
                Input = new Form();
                ModelState.Clear();
                return Page();
            },
            async () =>
            {
                await Look(cancel);
                return Page();
            }
        );
    }

    public string Shown(TableColumn column, PastedRow row, CellError? error)
    {
        var text = row[column.Key] ?? "";
        return error is null && column.Kind == CellKind.Choice && text.Length > 0
                ? Paste.Shape.WordOf(column, text, T)
            : error is null && column.Kind == CellKind.Day && row.Day(column.Key) is { } day
                ? T.Day(day, Today)
            : text;
    }

    /// <summary>Null: there is nothing of that name to paste into.</summary>
    protected abstract IPaste? Find();

    private bool Open()
    {
        if (Find() is not { } found)
        {
            return false;
        }

        Paste = found;
        return true;
    }

    private async Task Look(CancellationToken cancel)
    {
        if (Input.File is { } file && await Take(file, cancel) is { } no)
        {
            Refuse("Input.File", no);
            return;
        }

        Preview = await Paste.Preview(new PasteInput { Text = Input.Text, School = Place }, cancel);
        if (Preview.Table.Refusal is { } refusal && ModelState.ErrorCount == 0)
        {
            Refuse("Input.Text", refusal);
        }
    }

    private void Refuse(string field, Sentence sentence)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(field, T[sentence]);
    }

    /// <summary>Puts the file's rows into the box, from where they are saved; or says why it cannot be read.</summary>
    private async Task<Sentence?> Take(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        var bytes = new byte[Math.Min(file.Length, SheetFile.MaxBytes + 1)];
        await stream.ReadExactlyAsync(bytes, cancel);
        switch (SheetFile.Read(bytes))
        {
            case Outcome<string>.Done { Value: var text }:
                Input = new Form { Text = text };
                ModelState.Remove("Input.Text");
                return null;
            case Outcome<string>.Refused no:
                return no.Refusals[0].Sentence;
            default:
                throw new InvalidOperationException("A file is read or refused.");
        }
    }
}
