using System.CommandLine;
using System.Globalization;
using Throughline.Analysis.Opinion;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline groups</c>: opinion groups from votes, shown only where they are clear and stable.</summary>
public static class GroupsCommand
{
    private static readonly Option<string> Votes = new("--votes")
    {
        Description =
            "The votes in their order: voter-id, comment-id, vote (1 agrees, -1 disagrees, 0 passes).",
        Required = true,
    };

    private static readonly Option<string?> Comments = new("--comments")
    {
        Description = "The statements: comment-id, moderated (-1 is out), comment-body.",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Of the starts and resamplings.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Resamplings = new("--resamplings")
    {
        Description = "How often people are drawn anew to see whether the groups last.",
        DefaultValueFactory = _ => 200,
    };

    public static void AddTo(RootCommand root)
    {
        var groups = new Command(
            "groups",
            "Groups of people who vote alike, and what all of them agree on."
        )
        {
            Votes,
            Comments,
            Seed,
            Resamplings,
        };
        groups.SetAction(
            (parsed, cancel) =>
                Output.Run(parsed, output => Task.FromResult(Run(parsed, output, cancel)))
        );
        root.Add(groups);
    }

    private static int Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var (ids, moderated, bodies) = ReadComments(parsed.GetValue(Comments), cancel);
        var table = VoteTable.Of(ReadVotes(parsed.GetValue(Votes)!, cancel), ids, moderated);
        var last = 0;
        var groups = OpinionGroups.Of(
            table,
            new OpinionSettings
            {
                Seed = parsed.GetValue(Seed),
                Resamplings = parsed.GetValue(Resamplings),
            },
            new Progress<int>(done =>
            {
                if (done >= last + 50)
                {
                    last = done;
                    output.Say($"{done} resamplings done");
                }
            }),
            cancel
        );
        var reports = Statements.Of(
            table,
            groups.Shown ? groups.Labels : [.. groups.Labels.Select(_ => 0)],
            groups.Shown ? groups.Count : 1,
            groups.Space
        );
        var open = reports.Where((_, column) => !table.ModeratedOut[column]).ToList();
        return output.Finish(ToJson(table, groups, open), Sentences(table, groups, open, bodies));
    }

    private static object ToJson(
        VoteTable table,
        OpinionGroups groups,
        List<StatementReport> open
    ) =>
        new
        {
            people = table.People.Count,
            statements = table.Statements.Count,
            groups = groups.Shown ? groups.Count : 0,
            stable = groups.Shown,
            stability = Finite(groups.Stability),
            silhouette = Finite(groups.Silhouette),
            sizes = groups.Shown ? groups.Sizes : [],
            whyNot = groups.WhyNot,
            consensus = open.OrderByDescending(report => report.Consensus)
                .ThenBy(report => report.Statement)
                .Select(report => new
                {
                    comment = report.Statement,
                    product = report.Consensus,
                    worst = report.Worst,
                    priority = report.Priority,
                }),
            representative = groups.Shown ? Statements.Representative(open, groups.Count) : [],
        };

    private static string Sentences(
        VoteTable table,
        OpinionGroups groups,
        List<StatementReport> open,
        Dictionary<int, string> bodies
    )
    {
        string Named(int id) =>
            bodies.TryGetValue(id, out var body) ? $"{id} “{body}”" : $"statement {id}";
        List<string> lines =
        [
            $"{table.People.Count} people, {table.Statements.Count} statements.",
            groups.WhyNot
                ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{groups.Count} groups of {string.Join(", ", groups.Sizes)} people (silhouette {groups.Silhouette:0.00}, {groups.Stability:0.00} of 1 the same when other people are drawn)."
                ),
            groups.Shown ? "What every group agrees on most:" : "What people agree on most:",
        ];
        lines.AddRange(
            open.OrderByDescending(report => report.Consensus)
                .Take(5)
                .Select(report =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {report.Worst:P0} or more in each group agree: {Named(report.Statement)}"
                    )
                )
        );
        return string.Join(Environment.NewLine, lines);
    }

    private static List<Vote> ReadVotes(string path, CancellationToken cancel)
    {
        using var table = InputTable.Open(path, "voter-id", "comment-id", "vote");
        List<Vote> votes = [];
        foreach (var row in table.Rows(cancel))
        {
            var value = row.Whole("vote", -1);
            if (value > 1)
            {
                throw row.Refused("vote", $"“{value}” is no vote; 1, 0 or -1 is expected");
            }

            votes.Add(
                new Vote((int)row.Whole("voter-id"), (int)row.Whole("comment-id"), (sbyte)value)
            );
        }

        return votes;
    }

    private static (
        List<int>? Ids,
        HashSet<int> Moderated,
        Dictionary<int, string> Bodies
    ) ReadComments(string? path, CancellationToken cancel)
    {
        if (path is null)
        {
            return (null, [], []);
        }

        using var table = InputTable.Open(path, "comment-id", "moderated");
        List<int> ids = [];
        HashSet<int> moderated = [];
        Dictionary<int, string> bodies = [];
        foreach (var row in table.Rows(cancel))
        {
            var id = (int)row.Whole("comment-id");
            ids.Add(id);
            if (row.Whole("moderated", -1) == -1)
            {
                moderated.Add(id);
            }

            if (table.Has("comment-body"))
            {
                bodies[id] = row.Text("comment-body");
            }
        }

        return (ids, moderated, bodies);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
