using System.Globalization;
using System.Xml;

namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>
/// The tables of a LimeSurvey file, read as a stream: no document type, no entity of its own, nothing fetched, and no more rows than
/// fit. Tables that are not understood are counted.
/// </summary>
internal sealed class LssTables
{
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "answers",
        "answer_l10ns",
        "conditions",
        "defaultvalues",
        "groups",
        "group_l10ns",
        "questions",
        "subquestions",
        "question_l10ns",
        "question_attributes",
        "surveys",
        "surveys_languagesettings",
    };

    /// <summary>How it looks, and what hangs on the tables that are read.</summary>
    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "themes",
        "themes_inherited",
        "defaultvalue_l10ns",
        "fields",
    };

    private readonly Dictionary<string, List<LssRow>> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> left = new(StringComparer.Ordinal);
    private readonly List<string> languages = [];
    private int rows;

    private LssTables() { }

    public IReadOnlyList<string> Languages => languages;

    /// <summary>The tables that are not understood, and how many rows they have.</summary>
    public IReadOnlyDictionary<string, int> Left => left;

    public IReadOnlyList<LssRow> this[string table] => tables.GetValueOrDefault(table) ?? [];

    /// <exception cref="ReadingRefusedException">It is no sound XML, no survey, or too much.</exception>
    public static LssTables From(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = SourceLimits.MostBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        XmlReader? reader = null;
        try
        {
            reader = XmlReader.Create(new MemoryStream(bytes), settings);
            var found = new LssTables();
            found.Document(reader);
            return found;
        }
        catch (XmlException fault)
        {
            // What is forbidden, such as a document type, is told without its place; the reader knows it.
            var at = reader as IXmlLineInfo;
            throw new ReadingRefusedException(
                fault.LineNumber > 0
                    ? ReadingSentences.NotXml(fault.LineNumber, fault.LinePosition)
                    : ReadingSentences.NotXml(
                        Math.Max(1, at?.LineNumber ?? 1),
                        Math.Max(1, at?.LinePosition ?? 1)
                    )
            );
        }
        catch (Exception fault) when (fault is NotSupportedException or ArgumentException)
        {
            // An encoding that is not known here.
            throw new ReadingRefusedException(ReadingSentences.NotXml(1, 1));
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private void Document(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.Name != "document")
        {
            throw new ReadingRefusedException(ReadingSentences.NotThis("LimeSurvey", "<document>"));
        }

        reader.Read();
        while (reader.NodeType == XmlNodeType.Element)
        {
            var table = SourceLimits.Name(reader.Name, Place(reader));
            if (reader.IsEmptyElement)
            {
                reader.Skip();
            }
            else if (table is "LimeSurveyDocType" or "DBVersion")
            {
                Kind(reader, table);
            }
            else
            {
                Table(reader, table);
            }
        }

        while (reader.Read())
        {
            // To the end: what comes after must be sound too.
        }
    }

    private static void Kind(XmlReader reader, string name)
    {
        var value = reader.ReadElementContentAsString();
        if (name == "LimeSurveyDocType" && value != "Survey")
        {
            throw new ReadingRefusedException(
                ReadingSentences.NotThis("LimeSurvey", "<LimeSurveyDocType>Survey")
            );
        }
    }

    private void Table(XmlReader reader, string table)
    {
        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (table == "languages" && reader.Name == "language")
            {
                languages.Add(
                    SourceLimits.Name(reader.ReadElementContentAsString(), Place(reader))
                );
                SourceLimits.Count(languages.Count, SourceLimits.MostLanguages, "languages");
            }
            else if (reader.Name == "row" && !reader.IsEmptyElement)
            {
                SourceLimits.Count(++rows, SourceLimits.MostRows, table);
                Row(reader, table);
            }
            else if (reader.Name == "rows")
            {
                reader.Read();
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
    }

    private void Row(XmlReader reader, string table)
    {
        if (!Read.Contains(table))
        {
            if (!Passed.Contains(table))
            {
                left[table] = left.GetValueOrDefault(table) + 1;
            }

            reader.Skip();
            return;
        }

        var depth = reader.Depth;
        var row = new LssRow();
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var (name, place) = (reader.Name, Place(reader));
            if (row.Count >= 200)
            {
                throw new ReadingRefusedException(ReadingSentences.TooMany(place, 200, row.Count));
            }

            row[SourceLimits.Name(name, place)] = SourceLimits.Text(
                reader.ReadElementContentAsString(),
                place
            );
        }

        reader.Read();
        if (!tables.TryGetValue(table, out var list))
        {
            tables[table] = list = [];
        }

        list.Add(row);
    }

    private static string Place(XmlReader reader) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<{ReadingSentences.Short(reader.Name)}>, {(reader as IXmlLineInfo)?.LineNumber ?? 0}"
        );
}

/// <summary>The fields of a row; empty where one is not there.</summary>
internal sealed class LssRow
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    public int Count => fields.Count;

    public string this[string field]
    {
        get => fields.GetValueOrDefault(field) ?? "";
        set => fields[field] = value;
    }

    public bool HasFieldLike(string start) =>
        fields.Any(field =>
            field.Value.Length > 0 && field.Key.StartsWith(start, StringComparison.Ordinal)
        );

    public int Order(string field) =>
        int.TryParse(this[field], NumberStyles.Integer, CultureInfo.InvariantCulture, out var order)
            ? order
            : 0;
}
