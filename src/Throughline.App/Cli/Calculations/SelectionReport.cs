using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary>The page that an executive committee reads: one file, no script, made to be printed.</summary>
public sealed class SelectionReport(
    SelectionResult result,
    PublicLottery lottery,
    string seed,
    IReadOnlyList<Reserve> reserves,
    IReadOnlyList<ChanceReason> reasons,
    IReadOnlyDictionary<string, string> names
)
{
    private const string Style = """
        body{font:16px/1.5 Georgia,"Times New Roman",serif;color:#1b1b1b;background:#fff;max-width:52rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.9rem;line-height:1.2}h2{font-size:1.3rem;margin-top:2.2rem}
        table{border-collapse:collapse;width:100%;font-size:.92rem}caption{text-align:start;font-weight:bold;padding:.3rem 0}
        th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #767676}
        td.n,th.n{text-align:end;font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}
        code{overflow-wrap:anywhere}.sign td{height:2.6rem}thead{display:table-header-group}tr{break-inside:avoid}
        @media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}.scroll{overflow:visible}}
        """;

    private readonly SelectionProblem problem = result.Problem;
    private readonly StringBuilder html = new();
    private readonly int number = PublicLottery.Draw(seed);

    public string Html()
    {
        var panel = lottery.Panels[number];
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Proposed cohort</title><style>{Style}</style></head><body><main>"
        );
        Say("h1", $"Proposed cohort: {problem.Size} of {problem.Candidates}");
        Say("p", Summary());
        Say("h2", "Who is proposed");
        Table(
            "The cohort",
            ["", "Chance before the draw", .. Categories],
            panel.Select(id =>
                (string[])[NameOf(id), Percent(result.ProbabilityOf(id)), .. Features(id)]
            ),
            figures: [1]
        );
        Reserves();
        Say("h2", "What was asked for");
        Table(
            "Quotas and rules",
            ["", "Asked for", "In the cohort", "In the pool"],
            problem
                .Rows.Zip(PanelCheck.Counts(problem, panel))
                .Select(pair =>
                    new[]
                    {
                        pair.First.Name,
                        $"{pair.First.Min} to {Math.Min(pair.First.Max, problem.Size)}",
                        Whole(pair.Second.Count),
                        Whole(pair.First.Types.Sum(type => problem.Types[type].Count)),
                    }
                ),
            figures: [1, 2, 3]
        );
        Fairness();
        Draw();
        Say("h2", "Everyone’s chance, and why");
        Table(
            "All who applied",
            ["", "Chance", "Now", "Why"],
            problem
                .Ids.OrderBy(NameOf, StringComparer.Ordinal)
                .Select(id =>
                    new[]
                    {
                        NameOf(id),
                        Percent(result.ProbabilityOf(id)),
                        panel.Contains(id) ? "in"
                        : reasons[problem.TypeOf(id)].Kind == ChanceKind.Impossible ? "impossible"
                        : "out",
                        reasons[problem.TypeOf(id)].Sentence,
                    }
                ),
            figures: [1]
        );
        Say("h2", "The committee’s decision");
        html.Append(
            "<div class=\"scroll\"><table class=\"sign\"><caption>Agree or disagree, with a note</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Agree</th><th scope=\"col\">Disagree</th><th scope=\"col\">Note</th></tr></thead><tbody>"
        );
        for (var line = 0; line < 6; line++)
        {
            html.Append("<tr><td></td><td></td><td></td><td></td></tr>");
        }

        return html.Append("</tbody></table></div></main></body></html>\n").ToString();
    }

    private IEnumerable<string> Categories =>
        problem.Quotas.Select(quota => quota.Category).Distinct();

    private string Summary()
    {
        var spread = result.Spread;
        return $"A lottery chose among the cohorts that meet every quota. Before the draw each candidate’s chance was from {Percent(spread.Min)} to {Percent(spread.Max)}. "
            + (result.Method, result.Proved) switch
            {
                (_, false) =>
                    $"The calculation was stopped early: the smallest chance could be up to {Percent(result.Gap)} larger.",
                (SelectionMethod.Leximin, _) =>
                    "No lottery that keeps the quotas can give the worst-off a larger chance, nor the next worst-off without taking from them; this was proved, and the proof was checked apart from the search.",
                (SelectionMethod.Maximin, _) =>
                    "No lottery that keeps the quotas can give the worst-off a larger chance; this was proved, and the proof was checked apart from the search.",
                (SelectionMethod.Goldilocks, _) =>
                    "The chances are neither too small nor too large: the balance of both is the best that the quotas allow; this was proved, and the proof was checked apart from the search.",
                _ =>
                    "Its make-up is the one nearest to the pool’s that the quotas allow; among equals the lot decided.",
            };
    }

    private void Reserves()
    {
        Say("h2", "If somebody withdraws");
        if (reserves.Count == 0)
        {
            Say(
                "p",
                "Nobody outside the cohort can replace one member alone without breaking a quota."
            );
            return;
        }

        Table(
            "Reserves, in this order",
            ["", "Can come for"],
            reserves.Select(reserve =>
                new[] { NameOf(reserve.Id), string.Join(", ", reserve.CanReplace.Select(NameOf)) }
            ),
            figures: []
        );
    }

    private void Fairness()
    {
        if (result.Certificate is not { Levels.Count: > 0 } certificate)
        {
            return;
        }

        Say("h2", "How the chances are spread");
        Table(
            "Levels, from the smallest chance up",
            ["Chance", "How many", "What settles it"],
            certificate
                .Levels.Where(level => level.Types.Count > 0)
                .GroupBy(level => Percent(result.TypeProbabilities[level.Types[0]]))
                .Select(level =>
                    new[]
                    {
                        level.Key,
                        Whole(
                            level
                                .SelectMany(one => one.Types)
                                .Sum(type => problem.Types[type].Count)
                        ),
                        string.Join(
                            ", ",
                            level
                                .SelectMany(one => one.Types)
                                .SelectMany(type => reasons[type].Rows)
                                .Distinct()
                                .Take(4)
                        ),
                    }
                ),
            figures: [0, 1]
        );
    }

    private void Draw()
    {
        Say("h2", "How the draw can be repeated");
        Say(
            "p",
            "A thousand cohorts, numbered 000 to 999, were laid down before the draw, each as often as its chance says; all meet every quota. The SHA-256 hash of the list is:"
        );
        html.Append(CultureInfo.InvariantCulture, $"<p><code>{lottery.Hash}</code></p>");
        Say(
            "p",
            $"The seed “{seed}” drew number {number:000}. Anyone can repeat it: the first 16 digits of the hash below, read as a hexadecimal number, leave this remainder when divided by 1,000."
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p><code>printf '%s' '{Encode(seed)}:0' | sha256sum</code></p>"
        );
    }

    private void Table(
        string caption,
        IEnumerable<string> head,
        IEnumerable<string[]> rows,
        HashSet<int> figures
    )
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Encode(caption)}\"><table><caption>{Encode(caption)}</caption><thead><tr>"
        );
        html.AppendJoin(
            "",
            head.Select(
                (cell, at) =>
                    $"<th scope=\"col\"{Figure(at)}>{Encode(cell.Length == 0 ? "Name" : cell)}</th>"
            )
        );
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            html.AppendJoin(
                "",
                row.Select(
                    (cell, at) =>
                        at == 0 && !figures.Contains(0)
                            ? $"<th scope=\"row\">{Encode(cell)}</th>"
                            : $"<td{Figure(at)}>{Encode(cell)}</td>"
                )
            );
            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");

        string Figure(int at) => figures.Contains(at) ? " class=\"n\"" : "";
    }

    private void Say(string element, string text) =>
        html.Append(CultureInfo.InvariantCulture, $"<{element}>{Encode(text)}</{element}>");

    private string NameOf(string id) =>
        names.TryGetValue(id, out var name) && name.Length > 0 ? $"{name} ({id})" : id;

    private IEnumerable<string> Features(string id) =>
        Categories.Select(category => problem.Types[problem.TypeOf(id)].Features[category]);

    private static string Percent(double share) =>
        (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
