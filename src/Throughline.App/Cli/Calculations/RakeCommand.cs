using System.CommandLine;
using System.Globalization;
using System.Text;
using Throughline.Analysis;
using Throughline.Analysis.Representation;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline rake</c>: weights that make the answers look like the population.</summary>
public static class RakeCommand
{
    private static readonly Option<string> Sample = new("--sample")
    {
        Description =
            "The answers: one row a person (or with a column “n” several alike), a column for each attribute.",
        Required = true,
    };

    private static readonly Option<string> Margins = new("--margins")
    {
        Description = "The population: variable, category, total.",
        Required = true,
    };

    private static readonly Option<string?> Weight = new("--weight")
    {
        Description =
            "The column with the weights to start from; 1 for everybody where it is not given.",
    };

    private static readonly Option<string?> Trim = new("--trim")
    {
        Description = "The least and the most of the mean weight, for example 0.3,3.",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Where to write the rows with their weights.",
        Required = true,
    };

    public static void AddTo(RootCommand root)
    {
        var rake = new Command(
            "rake",
            "Weights that meet the population's margins, and what they cost."
        )
        {
            Sample,
            Margins,
            Weight,
            Trim,
            Out,
        };
        rake.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Run(parsed, output, cancel))
        );
        root.Add(rake);
    }

    private static async Task<int> Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var margins = ReadMargins(parsed.GetValue(Margins)!, cancel);
        var (header, lines, sample) = ReadSample(
            parsed.GetValue(Sample)!,
            margins,
            parsed.GetValue(Weight),
            cancel
        );
        var raked = Rake.Of(
            sample,
            margins,
            new RakeSettings { Trim = Bounds(parsed.GetValue(Trim)) }
        );
        var text = new StringBuilder(header).Append(",rakedWeight\n");
        for (var row = 0; row < lines.Count; row++)
        {
            text.Append(lines[row].Cells)
                .Append(',')
                .Append(
                    (raked.Weights[row] / lines[row].People).ToString(
                        "R",
                        CultureInfo.InvariantCulture
                    )
                )
                .Append('\n');
        }

        await File.WriteAllTextAsync(parsed.GetValue(Out)!, text.ToString(), cancel);
        return output.Finish(
            new
            {
                iterations = raked.Iterations,
                converged = raked.Converged,
                designEffect = raked.DesignEffect,
                effectiveSize = raked.EffectiveSize,
                trimmed = raked.Trimmed,
                largestGap = raked.LargestGap,
                why = raked.Why,
            },
            raked.Why
                ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Every margin is met after {raked.Iterations} rounds. The answers are worth {raked.EffectiveSize:0.#} equal ones (design effect {raked.DesignEffect:0.000}). Weighted figures still describe those who answered."
                )
        );
    }

    private static List<Margin> ReadMargins(string path, CancellationToken cancel)
    {
        using var table = InputTable.Open(path, "variable", "category", "total");
        Dictionary<string, Dictionary<string, double>> margins = new(StringComparer.Ordinal);
        foreach (var row in table.Rows(cancel))
        {
            var variable = row.Name("variable");
            margins.TryAdd(variable, new(StringComparer.Ordinal));
            var total = row.Real("total");
            if (total < 0)
            {
                throw row.Refused("total", $"{total} is below 0");
            }

            if (!margins[variable].TryAdd(row.Name("category"), total))
            {
                throw row.Refused("category", $"“{row.Text("category")}” stands there twice");
            }
        }

        return [.. margins.Select(pair => new Margin(pair.Key, pair.Value))];
    }

    private static (
        string Header,
        List<(string Cells, double People)> Lines,
        List<SampleRow> Rows
    ) ReadSample(string path, List<Margin> margins, string? weight, CancellationToken cancel)
    {
        using var table = InputTable.Open(path, [.. margins.Select(margin => margin.Attribute)]);
        if (weight is not null)
        {
            table.Require(weight);
        }

        List<(string, double)> lines = [];
        List<SampleRow> rows = [];
        foreach (var row in table.Rows(cancel))
        {
            foreach (var margin in margins)
            {
                var category = row.Text(margin.Attribute);
                if (!margin.Totals.ContainsKey(category))
                {
                    throw row.Refused(
                        margin.Attribute,
                        category.Length == 0
                            ? "it is blank; answers of unknown groups cannot be weighted"
                            : $"the margins do not know “{category}”"
                    );
                }
            }

            var people = table.Has("n") ? row.Whole("n") : 1;
            var start = weight is null ? 1 : row.Real(weight);
            if (start < 0)
            {
                throw row.Refused(weight!, $"{start} is no weight; it is at least 0");
            }

            lines.Add(
                (
                    string.Join(',', table.Columns.Select(column => Csv(row.Text(column)))),
                    Math.Max(people, 1)
                )
            );
            rows.Add(
                new SampleRow(
                    margins.ToDictionary(
                        margin => margin.Attribute,
                        margin => row.Text(margin.Attribute),
                        StringComparer.Ordinal
                    ),
                    start * people
                )
            );
        }

        return (string.Join(',', table.Columns.Select(Csv)), lines, rows);
    }

    private static (double, double)? Bounds(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(',');
        return
            parts is [var least, var most]
            && double.TryParse(least, CultureInfo.InvariantCulture, out var low)
            && double.TryParse(most, CultureInfo.InvariantCulture, out var high)
            && low is >= 0 and < 1
            && high > 1
            ? (low, high)
            : throw new InputRefusedException(
                $"--trim {text}: two numbers are expected, one below 1 and one above, for example 0.3,3."
            );
    }

    private static string Csv(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n\r")
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
