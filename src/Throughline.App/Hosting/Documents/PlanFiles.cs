using System.Text;
using Microsoft.AspNetCore.Mvc;
using Throughline.Publishing;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;

namespace Throughline.App.Hosting.Documents;

public sealed record PlanFile(byte[] Bytes, string ContentType, string Name)
{
    public FileContentResult ToResult() => new(Bytes, ContentType) { FileDownloadName = Name };
}

/// <summary>A document as a file, in the formats that people ask for.</summary>
public sealed class PlanFiles(
    PrintStyle style,
    PdfPrinter printer,
    Installation installation,
    TimeProvider clock
)
{
    public static readonly IReadOnlyList<string> Formats = ["html", "docx", "pdf", "json"];

    public bool CanPrint => printer.CanPrint;

    /// <param name="name">Without its ending; made of a district's address, never of what people wrote.</param>
    /// <returns>Null for a format that there is none of, or that cannot be made here.</returns>
    public async Task<PlanFile?> Make(
        PlanDocument document,
        string name,
        string format,
        IReadOnlyDictionary<string, string>? kept = null,
        CancellationToken cancel = default
    ) =>
        format switch
        {
            "html" => new PlanFile(
                Encoding.UTF8.GetBytes(PlanHtml.Page(document, style.Text)),
                "text/html; charset=utf-8",
                name + ".html"
            ),
            "docx" => new PlanFile(
                PlanDocx.Write(document, clock.GetUtcNow().UtcDateTime, kept),
                PlanDocx.ContentType,
                name + ".docx"
            ),
            "json" => new PlanFile(PlanJson.Write(document), "application/json", name + ".json"),
            "pdf"
                when await printer.Print(PlanHtml.Page(document, style.Text), cancel) is { } pdf =>
                new PlanFile(pdf, "application/pdf", name + ".pdf"),
            _ => null,
        };

    /// <summary>A published version never changes, and so its PDF is printed once.</summary>
    public async Task<PlanFile?> OfPublished(
        PublishedView plan,
        string name,
        string format,
        CancellationToken cancel
    )
    {
        if (format != "pdf")
        {
            return await Make(plan.Document, name, format, cancel: cancel);
        }

        var kept = Path.Combine(installation.Data, "printed", plan.Id + ".pdf");
        if (File.Exists(kept))
        {
            return new PlanFile(
                await File.ReadAllBytesAsync(kept, cancel),
                "application/pdf",
                name + ".pdf"
            );
        }

        if (await Make(plan.Document, name, format, cancel: cancel) is not { } made)
        {
            return null;
        }

        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        var part = kept + "." + Guid.CreateVersion7().ToString("n");
        await File.WriteAllBytesAsync(part, made.Bytes, cancel);
        File.Move(part, kept, overwrite: true);
        return made;
    }
}
