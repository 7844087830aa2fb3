using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using Throughline.Kernel;

namespace Throughline.Publishing.Workbooks;

/// <summary>
/// A workbook that came back. Of the archive two parts are read, as text, with limits; nothing in it is opened, followed or run.
/// </summary>
/// <param name="Answers">By the prompt's code, in reading order.</param>
public sealed record WorkbookFile(
    WorkbookStamp Stamp,
    IReadOnlyList<KeyValuePair<string, string>> Answers
)
{
    public const long MaxBytes = 25_000_000;
    public const long MaxInflated = 50_000_000;

    /// <summary>The record that ends every archive; the reader looks for it without asking how long the file is.</summary>
    private const int SmallestArchive = 22;

    public const int MaxEntries = 2_000;

    private const string Properties =
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

    /// <summary>How a file begins that Word saved with a password, or as its old .doc: a compound file.</summary>
    private static ReadOnlySpan<byte> CompoundFile =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Refuses with a sentence whatever is no Word document of ours, or beyond the limits.</summary>
    /// <param name="file">Can seek.</param>
    public static Outcome<WorkbookFile> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MaxBytes)
        {
            return Outcome.Refused(PublishingSentences.WorkbookTooLarge);
        }

        if (IsCompound(file))
        {
            return Outcome.Refused(PublishingSentences.WorkbookLocked);
        }

        try
        {
            return Unpacked(file);
        }
        catch (WorkbookTooLargeException)
        {
            return Outcome.Refused(PublishingSentences.WorkbookTooLarge);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            return Outcome.Refused(PublishingSentences.NoWorkbook);
        }
    }

    /// <summary>To be carried by a form from a preview to its confirmation.</summary>
    public string ToText() =>
        JsonSerializer.Serialize(
            new Carried(
                Stamp.District,
                Stamp.School,
                Stamp.Edition,
                new(Stamp.Answers),
                [.. Answers]
            )
        );

    /// <summary>Null where the text is none of <see cref="ToText"/>.</summary>
    public static WorkbookFile? FromText(string? text)
    {
        try
        {
            return
                JsonSerializer.Deserialize<Carried>(text ?? "")
                    is {
                        District: { } district,
                        School: { } school,
                        Edition: { } edition,
                        Known: { } known,
                        Answers: { } answers
                    }
                && answers.TrueForAll(answer => answer is { Key: not null, Value: not null })
                && known.Values.All(answer => answer is { Hash: not null })
                ? new WorkbookFile(
                    new WorkbookStamp(district, edition, known) { School = school },
                    answers
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsCompound(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return head[..read].SequenceEqual(CompoundFile);
    }

    private static Outcome<WorkbookFile> Unpacked(Stream file)
    {
        if (file.Length < SmallestArchive)
        {
            throw new InvalidDataException("The file is too short for an archive.");
        }

        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MaxEntries)
        {
            throw new WorkbookTooLargeException();
        }

        if (archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null)
        {
            return Outcome.Refused(PublishingSentences.WorkbookAsOpenDocument);
        }

        var budget = new InflationBudget(MaxInflated);
        using var body =
            Open(archive, "word/document.xml", budget)
            ?? throw new InvalidDataException("The file holds no document.");
        var answers = WorkbookBoxes.In(body);
        using var properties = Open(archive, "docProps/custom.xml", budget);
        return new WorkbookFile(
            WorkbookStamp.Read(properties is null ? [] : PropertiesIn(properties)),
            answers
        );
    }

    private static XmlReader? Open(ZipArchive archive, string name, InflationBudget budget) =>
        archive.GetEntry(name) is { } entry
            ? XmlReader.Create(
                new MeteredStream(entry.Open(), budget),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    CloseInput = true,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                    MaxCharactersInDocument = MaxInflated,
                }
            )
            : null;

    private static List<KeyValuePair<string, string>> PropertiesIn(XmlReader xml)
    {
        var properties = new List<KeyValuePair<string, string>>();
        while (xml.Read())
        {
            if (
                xml
                    is {
                        NodeType: XmlNodeType.Element,
                        LocalName: "property",
                        NamespaceURI: Properties
                    }
                && xml.GetAttribute("name") is { } name
            )
            {
                properties.Add(new(name, WorkbookBoxes.TextOf(xml)));
            }
        }

        return properties;
    }

    private sealed record Carried(
        string? District,
        string? School,
        string? Edition,
        Dictionary<string, StampedAnswer>? Known,
        List<KeyValuePair<string, string>>? Answers
    );
}
