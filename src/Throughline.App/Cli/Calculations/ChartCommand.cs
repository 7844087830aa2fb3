using System.CommandLine;
using Throughline.Analysis.Charts;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline chart</c>: a series, its limits, and what may be said of it.</summary>
public static class ChartCommand
{
    private static readonly Dictionary<string, ChartKind> Kinds = new(StringComparer.Ordinal)
    {
        ["run"] = ChartKind.Run,
        ["xmr"] = ChartKind.Xmr,
        ["p"] = ChartKind.P,
        ["pprime"] = ChartKind.PPrime,
        ["u"] = ChartKind.U,
        ["g"] = ChartKind.G,
    };

    private static readonly Option<string> Series = new("--series")
    {
        Description = "The file: a period and a value a row; for p, pprime and u also a size.",
        Required = true,
    };

    private static readonly Option<string> Kind = new("--kind")
    {
        Description = "run, xmr, p, pprime, u or g.",
        Required = true,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Where to write the drawing, as SVG.",
    };

    private static readonly Option<string?> Title = new("--title")
    {
        Description = "The drawing's title; the value's column where it is not given.",
    };

    private static readonly Option<string?> X = new("--x") { Description = "The period's column." };
    private static readonly Option<string?> Y = new("--y") { Description = "The value's column." };
    private static readonly Option<string?> N = new("--n") { Description = "The size's column." };

    private static readonly Option<string?> Phase = new("--phase")
    {
        Description =
            "The column that changes where the limits start anew; “reason” in the same row says why.",
    };

    private static readonly Option<int?> Baseline = new("--baseline")
    {
        Description = "So many first points make the limits, which are then frozen.",
    };

    private static readonly Option<bool> Trend = new("--trend")
    {
        Description = "Also judge by six on one side and five rising or falling in a row.",
    };

    private static readonly Option<bool> Exact = new("--exact")
    {
        Description = "Exact binomial limits for p, where few events are expected.",
    };

    private static readonly Option<bool> KeepLeaps = new("--keep-leaps")
    {
        Description = "For xmr: very large moving ranges widen the limits too.",
    };

    public static void AddTo(RootCommand root)
    {
        var chart = new Command(
            "chart",
            "A run chart or control chart of a series, with its sentence."
        )
        {
            Series,
            Kind,
            Out,
            Title,
            X,
            Y,
            N,
            Phase,
            Baseline,
            Trend,
            Exact,
            KeepLeaps,
        };
        Kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        chart.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Run(parsed, output, cancel))
        );
        root.Add(chart);
    }

    private static async Task<int> Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var kind = Kinds[parsed.GetValue(Kind)!];
        var points = SeriesFile.Read(
            parsed.GetValue(Series)!,
            kind,
            new(parsed.GetValue(X), parsed.GetValue(Y), parsed.GetValue(N), parsed.GetValue(Phase)),
            cancel
        );
        var chart = ChartDrawing.Of(
            kind,
            points,
            new ChartSettings
            {
                Rules = parsed.GetValue(Trend) ? RunRuleSet.Perla : RunRuleSet.Anhoej,
                Baseline = parsed.GetValue(Baseline),
                ExactShares = parsed.GetValue(Exact),
                ScreenMovingRanges = !parsed.GetValue(KeepLeaps),
            }
        );
        if (parsed.GetValue(Out) is { } file)
        {
            var title =
                parsed.GetValue(Title)
                ?? Path.GetFileNameWithoutExtension(parsed.GetValue(Series)!);
            await File.WriteAllTextAsync(file, ChartSvg.Of(chart, title), cancel);
        }

        var sentence = ChartSentence.Of(chart);
        return output.Finish(Report(chart, sentence), sentence);
    }

    private static object Report(Chart chart, string sentence)
    {
        var last = chart.Points[^1];
        var runs = chart.Last.Runs;
        return new
        {
            centre = Finite(last.Center),
            lower = Finite(last.Lower),
            upper = Finite(last.Upper),
            runs = new
            {
                useful = runs.Useful,
                longest = runs.LongestRun,
                longestLimit = runs.LongestRunLimit,
                crossings = runs.Crossings,
                crossingsLimit = runs.CrossingsLimit,
            },
            signals = chart.Signals,
            points = chart.Points.Select(point => new
            {
                label = point.Point.Label,
                value = Finite(point.Point.Value),
                centre = Finite(point.Center),
                lower = Finite(point.Lower),
                upper = Finite(point.Upper),
                outside = point.Outside,
            }),
            sentence,
        };
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
