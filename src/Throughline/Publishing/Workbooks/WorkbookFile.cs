using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Throughline.Publishing.Workbooks;

/// <summary>
/// A workbook that came back. Of the archive two parts are read, as text, with limits; nothing in it is opened, followed or run.
/// </summary>
/// <param name="Answers">By the tag of the content control that each stands in, in reading order.</param>
public sealed record WorkbookFile(
    WorkbookStamp Stamp,
    IReadOnlyList<KeyValuePair<string, string>> Answers
)
{
    public const long MaxInflated = 50_000_000;
    public const int MaxEntries = 2_000;
    public const int MaxAnswers = 5_000;

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <exception cref="InvalidDataException">No Word document.</exception>
    /// <exception cref="WorkbookTooLargeException">Beyond the limits.</exception>
    public static WorkbookFile Read(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxEntries)
            {
                throw new WorkbookTooLargeException();
            }

            var budget = new InflationBudget(MaxInflated);
            using var body =
                Open(archive, "word/document.xml", budget)
                ?? throw new InvalidDataException("The file holds no document.");
            var answers = AnswersIn(body);
            using var settings = Open(archive, "word/settings.xml", budget);
            return new WorkbookFile(
                settings is null ? WorkbookStamp.None : StampIn(settings),
                answers
            );
        }
        catch (XmlException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
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

    private static List<KeyValuePair<string, string>> AnswersIn(XmlReader xml)
    {
        var answers = new List<KeyValuePair<string, string>>();
        var open = new Stack<Control>();
        while (xml.Read())
        {
            if (xml.NamespaceURI != Word)
            {
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                Begin(xml, open);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sdt")
            {
                var control = open.Pop();
                if (control.Tag is { } tag)
                {
                    answers.Add(new(tag, WorkbookStamp.Regular(control.Text.ToString())));
                }

                if (answers.Count > MaxAnswers)
                {
                    throw new WorkbookTooLargeException();
                }
            }
        }

        return answers;
    }

    private static void Begin(XmlReader xml, Stack<Control> open)
    {
        if (xml.LocalName == "sdt" && !xml.IsEmptyElement)
        {
            open.Push(new Control());
        }

        if (!open.TryPeek(out var control))
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "p":
                control.Paragraph();
                break;
            case "br" or "cr":
                control.Add("\n");
                break;
            case "tab":
                control.Add("\t");
                break;
            case "pPr" or "rPr" or "sdtPr" when !xml.IsEmptyElement:
                control.Skip(xml.ReadSubtree());
                break;
            case "t" when !xml.IsEmptyElement:
                control.Add(TextOf(xml));
                break;
        }
    }

    /// <summary>The text up to the element's end, on which the reader then stands.</summary>
    private static string TextOf(XmlReader xml)
    {
        var text = new StringBuilder();
        using var inside = xml.ReadSubtree();
        while (inside.Read())
        {
            if (
                inside.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
            )
            {
                text.Append(inside.Value);
            }
        }

        return text.ToString();
    }

    private static WorkbookStamp StampIn(XmlReader xml)
    {
        string? about = null;
        string? answers = null;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "docVar", NamespaceURI: Word })
            {
                var value = xml.GetAttribute("val", Word);
                switch (xml.GetAttribute("name", Word))
                {
                    case WorkbookStamp.AboutName:
                        about = value;
                        break;
                    case WorkbookStamp.AnswersName:
                        answers = value;
                        break;
                }
            }
        }

        return WorkbookStamp.Read(about, answers);
    }

    private sealed class Control
    {
        private bool hasParagraph;

        public StringBuilder Text { get; } = new();

        public string? Tag { get; private set; }

        public bool IsPlaceholder { get; private set; }

        public void Add(string text)
        {
            if (!IsPlaceholder)
            {
                Text.Append(text);
            }
        }

        public void Paragraph()
        {
            if (hasParagraph)
            {
                Add("\n");
            }

            hasParagraph = true;
        }

        /// <summary>Properties hold tab stops and formats, no text; a control's own say its tag.</summary>
        public void Skip(XmlReader properties)
        {
            using (properties)
            {
                while (properties.Read())
                {
                    if (properties.NodeType != XmlNodeType.Element)
                    {
                        continue;
                    }

                    if (properties.LocalName == "tag")
                    {
                        Tag ??= properties.GetAttribute("val", Word);
                    }

                    IsPlaceholder |= properties.LocalName == "showingPlcHdr";
                }
            }
        }
    }
}
