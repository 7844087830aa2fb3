using System.Text;
using System.Xml;
using Throughline.Publishing.Rendering;

namespace Throughline.Publishing.Workbooks;

/// <summary>
/// Finds the answers in a document's body. A box is a table whose first cell is a prompt's code; Word also leaves a content control with
/// the code as its tag, which other word processors drop. Either is enough, and a control that was moved out of its box is read too.
/// </summary>
internal sealed class WorkbookBoxes
{
    public const int MaxAnswers = 5_000;

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly List<KeyValuePair<string, string>> answers = [];
    private readonly Stack<Passage> open = new();
    private Box? box;
    private int depth;

    public static List<KeyValuePair<string, string>> In(XmlReader xml)
    {
        var boxes = new WorkbookBoxes();
        while (xml.Read())
        {
            if (xml.NamespaceURI != Word)
            {
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                boxes.Begin(xml);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                boxes.End(xml.LocalName);
            }
        }

        return boxes.answers;
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "tbl" when !xml.IsEmptyElement:
                box = depth++ == 0 ? new Box() : box;
                break;
            case "tc" when depth == 1 && !xml.IsEmptyElement:
                open.Push(new Passage());
                break;
            case "sdt" when !xml.IsEmptyElement:
                open.Push(new Passage());
                break;
            case "sdtPr" when !xml.IsEmptyElement && open.TryPeek(out var control):
                control.Describe(xml.ReadSubtree());
                break;
            // Properties hold tab stops and formats, no text.
            case "pPr" or "rPr" when !xml.IsEmptyElement:
                xml.ReadSubtree().Dispose();
                break;
            case "p":
                Each(passage => passage.Paragraph());
                break;
            case "br" or "cr":
                Add("\n");
                break;
            case "tab":
                Add("\t");
                break;
            case "t" when !xml.IsEmptyElement && open.Count > 0:
                Add(TextOf(xml));
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "sdt" when open.TryPop(out var control) && control.Tag is { } tag:
                Answer(box is null ? answers : box.Controls, tag, control.Text.ToString());
                break;
            case "tc" when depth == 1 && open.TryPop(out var cell):
                box?.Take(cell.Text.ToString());
                break;
            case "tbl" when --depth == 0 && box is { } closed:
                box = null;
                foreach (var (code, text) in closed.Answers())
                {
                    Answer(answers, code, text);
                }

                break;
        }
    }

    private static void Answer(List<KeyValuePair<string, string>> list, string code, string text)
    {
        list.Add(new(code, WorkbookStamp.Regular(text)));
        if (list.Count > MaxAnswers)
        {
            throw new WorkbookTooLargeException();
        }
    }

    private void Add(string text) => Each(passage => passage.Text.Append(text));

    /// <summary>A placeholder's words are nobody's answer, neither in its control nor in the box around it.</summary>
    private void Each(Action<Passage> change)
    {
        if (open.Any(passage => passage.IsPlaceholder))
        {
            return;
        }

        foreach (var passage in open)
        {
            change(passage);
        }
    }

    /// <summary>The text up to the element's end, on which the reader then stands.</summary>
    internal static string TextOf(XmlReader xml)
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

    /// <summary>A control's text or a cell's, while it is being read.</summary>
    private sealed class Passage
    {
        private bool hasParagraph;

        public StringBuilder Text { get; } = new();

        public string? Tag { get; private set; }

        public bool IsPlaceholder { get; private set; }

        public void Paragraph()
        {
            if (hasParagraph)
            {
                Text.Append('\n');
            }

            hasParagraph = true;
        }

        public void Describe(XmlReader properties)
        {
            using (properties)
            {
                while (properties.Read())
                {
                    if (properties.NodeType == XmlNodeType.Element)
                    {
                        Tag ??=
                            properties.LocalName == "tag"
                                ? properties.GetAttribute("val", Word)
                                : null;
                        IsPlaceholder |= properties.LocalName == "showingPlcHdr";
                    }
                }
            }
        }
    }

    /// <summary>A table of the body, which is an answer's box if its first cell says so.</summary>
    private sealed class Box
    {
        private readonly List<string> cells = [];

        public List<KeyValuePair<string, string>> Controls { get; } = [];

        public void Take(string cell) => cells.Add(cell);

        /// <summary>All that stands in the box, also beside its control; where controls were moved together, each by itself.</summary>
        public List<KeyValuePair<string, string>> Answers() =>
            cells.Count > 1 && WordAnswer.CodeIn(cells[0]) is { } code && Controls.Count <= 1
                ?
                [
                    new(
                        Controls is [var only] ? only.Key : code,
                        string.Join('\n', cells.Skip(1).Select(WorkbookStamp.Regular))
                    ),
                ]
                : Controls;
    }
}
