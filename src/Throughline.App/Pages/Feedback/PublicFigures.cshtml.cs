using Microsoft.AspNetCore.Mvc;
using Throughline.Feedback.OpenData;

namespace Throughline.App.Pages.Feedback;

/// <summary>Figures of a round, for everybody: as a page, as CSV and as JSON.</summary>
[OpenToAll]
public sealed class PublicFiguresModel(FiguresQueries figures) : TextPage
{
    public FiguresView View { get; private set; } = null!;

    public FiguresShown Shown => new(View.Figures, T);

    public string Path => $"/heard/{View.District.Slug}/figures/{View.Line.Number}";

    public async Task<IActionResult> OnGet(
        string district,
        int number,
        string? format,
        CancellationToken cancel
    )
    {
        if (await figures.Enter(district, number, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var name = $"{view.District.Slug}-figures-{view.Line.Number}";
        return format switch
        {
            null => Page(),
            "csv" => File(
                FiguresCsv.Write(view.Figures, T.Language),
                "text/csv; charset=utf-8",
                name + ".csv"
            ),
            "quotes" when view.Figures.Quotes.Count > 0 => File(
                FiguresCsv.Quotes(view.Figures, T.Language),
                "text/csv; charset=utf-8",
                name + "-quotes.csv"
            ),
            "json" => File(FiguresJson.Write(view.Figures), "application/json", name + ".json"),
            _ => NotFound(),
        };
    }
}
