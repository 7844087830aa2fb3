using System.CommandLine;
using System.Globalization;
using Throughline.Analysis;
using Throughline.Analysis.Representation;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline represent</c>: who was heard, against who lives here.</summary>
public static class RepresentCommand
{
    private static readonly Option<string> Population = new("--population")
    {
        Description =
            "The file of the population: group and population; several ways to group by a column “attribute”.",
        Required = true,
    };

    private static readonly Option<string> Responses = new("--responses")
    {
        Description =
            "The file of those heard: group and respondents, or one row a person with a column for each attribute.",
        Required = true,
    };

    public static void AddTo(RootCommand root)
    {
        var represent = new Command(
            "represent",
            "Which groups were heard in proportion, which were not, and how many more it takes."
        )
        {
            Population,
            Responses,
        };
        represent.SetAction(
            (parsed, cancel) =>
                Output.Run(parsed, output => Task.FromResult(Run(parsed, output, cancel)))
        );
        root.Add(represent);
    }

    private static int Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var population = HeardFiles.Population(parsed.GetValue(Population)!, cancel);
        var heard = HeardFiles.Responses(parsed.GetValue(Responses)!, population, cancel);
        List<(string Attribute, RepresentationReport Report)> reports =
        [
            .. population.Select(attribute =>
                (
                    attribute.Key,
                    Represent.Of(
                        [
                            .. attribute.Value.Select(group => new GroupHeard(
                                group.Key,
                                group.Value,
                                heard[attribute.Key].ByGroup.GetValueOrDefault(group.Key)
                            )),
                        ],
                        heard[attribute.Key].Unknown
                    )
                )
            ),
        ];
        return output.Finish(
            ToJson(reports),
            string.Join(
                Environment.NewLine,
                reports.SelectMany(pair => Sentences(pair.Attribute, pair.Report))
            )
        );
    }

    private static object ToJson(List<(string Attribute, RepresentationReport Report)> reports)
    {
        var (_, first) = reports[0];
        return new
        {
            groups = reports.SelectMany(pair =>
                pair.Report.Groups.Select(group => Row(pair.Attribute, group))
            ),
            coverage = first.Coverage,
            coverageByGroup = first.CoverageByGroup,
            dissimilarity = Finite(first.Dissimilarity),
            chiSquare = Finite(first.ChiSquare),
            chiSquareP = Finite(first.ChiSquareP),
            rIndicator = Finite(first.RIndicator),
            respondents = first.Respondents,
            unknown = first.Unknown,
            attributes = reports.Select(pair => new
            {
                attribute = pair.Attribute,
                coverage = pair.Report.Coverage,
                coverageByGroup = pair.Report.CoverageByGroup,
                dissimilarity = Finite(pair.Report.Dissimilarity),
                rIndicator = Finite(pair.Report.RIndicator),
                unknown = pair.Report.Unknown,
            }),
        };
    }

    private static object Row(string attribute, GroupRepresentation row) =>
        new
        {
            attribute,
            group = row.Group.Name,
            population = row.Group.Population,
            respondents = row.Group.Respondents,
            ratio = Finite(row.Ratio),
            low = row.RatioInterval?.Low,
            high = row.RatioInterval?.High,
            exactLow = row.Exact?.Low,
            exactHigh = row.Exact?.High,
            needed = row.Needed,
            residual = Finite(row.Residual),
            p = Finite(row.AdjustedP),
            standing = row.Standing,
        };

    private static IEnumerable<string> Sentences(string attribute, RepresentationReport report)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Head(attribute)}{report.Respondents:N0} people heard of {report.Population:N0}; {report.Coverage:P0} of the population was heard in proportion (weighing people), {report.CoverageByGroup:P0} weighing every group alike."
        );
        if (report.Unknown > 0)
        {
            yield return $"{report.Unknown} more belong to no known group and are in no share.";
        }

        foreach (var row in report.Groups)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {row.Group.Name}: {row.Group.Respondents:N0} of {row.Group.Population:N0}{Ratio(row)}{Say(row)}"
            );
        }
    }

    private static string Head(string attribute) => attribute.Length == 0 ? "" : $"{attribute}: ";

    private static string Ratio(GroupRepresentation row) =>
        row.RatioInterval is { } interval
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", {row.Ratio:0.00} of its share ({interval.Low:0.00} to {interval.High:0.00})"
            )
            : "";

    private static string Say(GroupRepresentation row) =>
        row.Standing switch
        {
            Standing.Silent => $". Nobody was heard{More(row)}.",
            Standing.Missing => $". Voices are missing{More(row)}.",
            Standing.Undecided => ". Too few to say more.",
            _ => ".",
        };

    private static string More(GroupRepresentation row) =>
        row.Needed > 0 ? $": {row.Needed:N0} more would make it proportional" : "";

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
