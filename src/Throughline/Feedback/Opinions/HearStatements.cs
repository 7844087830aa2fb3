using System.Text.Json;
using Throughline.Analysis.Opinion;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Opinions;

/// <summary>
/// What people agree on and what sets them apart, live: by who they say they are, and by how they voted. A group of fewer than ten is
/// never shown, whichever way it came about.
/// </summary>
public sealed class HearStatements(
    ThroughlineDb db,
    IStorage storage,
    HearRound hear,
    LikeMindedCache kept
) : IQueries
{
    /// <summary>Groups are looked for in the votes of so many people at most, taken evenly: more would not come out otherwise.</summary>
    public const int MostCompared = 600;

    /// <param name="question">The code of a question with statements.</param>
    /// <param name="segment">The code of a question that says who answers; null compares nobody.</param>
    public async Task<StatementsHeard?> Do(
        FeedbackRoundId round,
        string question,
        string? segment,
        CancellationToken cancel = default
    )
    {
        if (
            await hear.Do(round, segment, cancel) is not { } heard
            || heard.Form.Question(question) is not { Kind: QuestionKind.Statements } asked
        )
        {
            return null;
        }

        if (heard.Count is null)
        {
            return new(null, asked, heard.Segment, [], [], false, [], null, 0);
        }

        var votes = await Read(round, asked, cancel);
        if (votes.Count < SmallGroups.Least)
        {
            return new(null, asked, heard.Segment, [], [], false, [], null, 0);
        }

        // Of the places of the columns, those that may be shown; the whole of those who did not say is no group.
        var named = heard.Segments.Where(one => one.Option is not null).ToList();
        var places = Enumerable
            .Range(0, named.Count)
            .Where(place => named[place].Count is > 0)
            .ToList();
        var entries = heard.Questions.First(one => one.Question.Code == question).Entries;
        var (groups, unclear) = kept.Of(round, asked, votes, () => Alike(asked, votes, cancel));
        return new StatementsHeard(
            votes.Count,
            asked,
            heard.Segment,
            [
                .. entries
                    .Select(entry => Said(entry, places))
                    .OrderByDescending(one => one.Least)
                    .ThenByDescending(one => one.All.AgreeShare),
            ],
            [.. places.Select(place => named[place])],
            heard.Segments.Any(one => one.Count is null),
            groups,
            unclear,
            Math.Min(votes.Count, MostCompared)
        );
    }

    private static StatementHeard Said(EntryHeard entry, List<int> places)
    {
        int Of(string code, int? place)
        {
            var option = entry.Options[Votes.Codes.ToList().IndexOf(code)];
            return (place is { } at ? option.BySegment[at] : option.Count) ?? 0;
        }

        Answers Answers(int? place) =>
            new(Of(Votes.Agree, place), Of(Votes.Disagree, place), Of(Votes.Pass, place));

        return new StatementHeard(
            entry.Row!,
            Answers(null),
            [.. places.Select(place => Answers(place))]
        );
    }

    /// <summary>Of everybody who voted on anything, the votes in the order of the statements.</summary>
    private async Task<List<sbyte[]>> Read(
        FeedbackRoundId round,
        Question asked,
        CancellationToken cancel
    )
    {
        var columns = asked
            .Rows.Select((row, column) => (Field: AnswerFields.Row(asked, row), column))
            .ToDictionary(pair => pair.Field, pair => pair.column, StringComparer.Ordinal);
        var votes = new List<sbyte[]>();
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
            {
                if (VotesOf(answer.Entries, columns) is { } own)
                {
                    votes.Add(own);
                }
            },
            cancel
        );
        return votes;
    }

    private static sbyte[]? VotesOf(ReadOnlySpan<byte> entries, Dictionary<string, int> columns)
    {
        sbyte[]? votes = null;
        var reader = new Utf8JsonReader(entries);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVote = columns.TryGetValue(reader.GetString()!, out var column);
            reader.Read();
            if (!isVote || reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                continue;
            }

            if (votes is null)
            {
                votes = new sbyte[columns.Count];
                Array.Fill(votes, VoteTable.Unseen);
            }

            votes[column] = reader.GetString() switch
            {
                Votes.Agree => 1,
                Votes.Disagree => -1,
                Votes.Pass => 0,
                _ => VoteTable.Unseen,
            };
        }

        return votes;
    }

    private static (IReadOnlyList<LikeMinded> Groups, UnclearGroups? Unclear) Alike(
        Question asked,
        List<sbyte[]> people,
        CancellationToken cancel
    )
    {
        var every = ((people.Count - 1) / MostCompared) + 1;
        var votes = new List<Vote>();
        for (var person = 0; person < people.Count; person += every)
        {
            for (var column = 0; column < people[person].Length; column++)
            {
                if (people[person][column] != VoteTable.Unseen)
                {
                    votes.Add(new Vote(person, column, people[person][column]));
                }
            }
        }

        if (votes.Count == 0)
        {
            return ([], UnclearGroups.TooFewVoters);
        }

        var table = VoteTable.Of(votes, Enumerable.Range(0, asked.Rows.Count));
        var settings = new OpinionSettings { SmallestGroup = SmallGroups.Least };
        var found = OpinionGroups.Of(table, settings, cancel: cancel);
        if (!found.Shown)
        {
            return ([], found.Unclear);
        }

        var reports = Statements.Of(table, found.Labels, found.Count, found.Space);
        var apart = Statements.Representative(reports, found.Count, most: 3);
        return (
            [
                .. Enumerable
                    .Range(0, found.Count)
                    .Select(group => new LikeMinded(
                        found.Sizes[group],
                        [
                            .. apart
                                .Where(one => one.Group == group)
                                .Select(one => Apart(asked, reports[one.Statement], one)),
                        ]
                    ))
                    .OrderByDescending(group => group.Size),
            ],
            null
        );
    }

    private static StatementApart Apart(
        Question asked,
        StatementReport report,
        RepresentativeStatement one
    ) =>
        new(
            asked.Rows[one.Statement],
            one.Agrees,
            report.ByGroup[one.Group],
            report
                .ByGroup.Where((_, group) => group != one.Group)
                .Aggregate(default(Answers), (sum, group) => sum + group)
        );
}
