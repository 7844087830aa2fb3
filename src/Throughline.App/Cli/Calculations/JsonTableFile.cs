using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Throughline.Analysis;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// A table of counts as JSON: dimensions, and either the inner counts (totals are then added) or all cells, hidden ones null; optionally
/// the primary cells and how far each must be protected.
/// </summary>
public sealed class JsonTableFile : TableFile
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const long MostBytes = 100_000_000;
    private readonly string total;
    private readonly IReadOnlyList<IReadOnlyList<string>> categories;

    private JsonTableFile(
        CountTable table,
        string total,
        IReadOnlyList<IReadOnlyList<string>> categories
    )
        : base(table)
    {
        this.total = total;
        this.categories = categories;
    }

    protected override string TotalWord => total;

    public static JsonTableFile ReadJson(string path, TableWords words)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MostBytes)
            {
                throw new InputRefusedException(
                    $"{name}: it has {stream.Length / 1_000_000:N0} megabytes, {MostBytes / 1_000_000:N0} are the most. As CSV it is smaller."
                );
            }

            using var document = JsonDocument.Parse(stream);
            var reader = new JsonTableReader(name, document.RootElement);
            var table = reader.Read() with
            {
                Overlapping = words.Overlapping,
                Regrouped = words.Regrouped,
            };
            return new(table, reader.Total, reader.Categories);
        }
        catch (JsonException broken)
        {
            throw new InputRefusedException(
                $"{name}, line {broken.LineNumber + 1}: this is no JSON.",
                broken
            );
        }
    }

    protected override void Write(string path, IReadOnlyList<bool> hidden, string mark)
    {
        if (string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase))
        {
            WriteJson(path, hidden);
            return;
        }

        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        writer.Write(CsvTableFile.Line([.. Table.Dimensions, "count"]));
        for (var row = 0; row < hidden.Count; row++)
        {
            writer.Write(
                CsvTableFile.Line([
                    .. Labels(row),
                    hidden[row] ? mark : $"{Table.Cells[row].Count}",
                ])
            );
        }
    }

    private IEnumerable<string> Labels(int row) =>
        Table.Cells[row].At.Select(category => category ?? total);

    private void WriteJson(string path, IReadOnlyList<bool> hidden)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteStartObject("dims");
        for (var dimension = 0; dimension < categories.Count; dimension++)
        {
            json.WriteStartArray(Table.Dimensions[dimension]);
            foreach (var category in categories[dimension])
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteString("total_label", total);
        json.WriteStartArray("cells");
        for (var row = 0; row < hidden.Count; row++)
        {
            json.WriteStartObject();
            json.WriteStartArray("cell");
            foreach (var label in Labels(row))
            {
                json.WriteStringValue(label);
            }

            json.WriteEndArray();
            if (hidden[row])
            {
                json.WriteNull("count");
            }
            else
            {
                json.WriteNumber("count", Table.Cells[row].Count!.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
