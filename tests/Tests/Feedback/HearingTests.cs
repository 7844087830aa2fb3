using System.Text;
using CsCheck;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

public sealed class HearingTests
{
    private static readonly string[] Codes = ["x", "y", "z"];

    private static readonly Gen<string?> Maybe = Gen.Int[0, 3]
        .Select(n => n == 0 ? null : Codes[n - 1]);

    /// <summary>Counted once more, slowly: every figure by reading all answers again.</summary>
    [Fact]
    public void The_tally_is_what_counting_by_hand_gives()
    {
        var choice = Ask("c", QuestionKind.Choice, Codes);
        var several = Ask("s", QuestionKind.Several, Codes) with { Segment = "role" };
        var ranking = Ask("r", QuestionKind.Ranking, Codes);
        var matrix = Ask("m", QuestionKind.Matrix, Codes) with { Rows = [Option("r1")] };
        var form = Pages(Page("p", choice, several, ranking, matrix));
        var one = Gen.Select(Maybe, Gen.Shuffle(Codes, 0, 3), Gen.Shuffle(Codes, 0, 3), Maybe);
        one.Array[0, 60]
            .Sample(
                answers =>
                {
                    var tally = new RoundTally(form, several);
                    foreach (var (c, s, r, m) in answers)
                    {
                        var entries = new AnswerEntries();
                        entries.Set("c", c is null ? [] : [c]);
                        entries.Set("s", s);
                        entries.Set("r", r);
                        entries.Set("m.r1", m is null ? [] : [m]);
                        tally.Add(Encoding.UTF8.GetBytes(entries.ToJson()));
                    }

                    Assert.Equal(answers.Length, tally.Count);
                    Assert.Equal(answers.Count(a => a.Item2.Length == 0), tally.CountUnknown);
                    foreach (var code in Codes)
                    {
                        Assert.Equal(
                            answers.Count(a => a.Item2.Contains(code)),
                            tally.CountOf(code)
                        );
                        foreach (var segment in Codes.Prepend(null))
                        {
                            var within = answers
                                .Where(a => segment is null || a.Item2.Contains(segment))
                                .ToList();
                            Assert.Equal(
                                within.Count(a => a.Item1 == code),
                                tally.Chosen("c", code, segment)
                            );
                            Assert.Equal(
                                within.Count(a => a.Item4 == code),
                                tally.Chosen("m.r1", code, segment)
                            );
                            Assert.Equal(
                                within.Count(a => a.Item3 is [var first, ..] && first == code),
                                tally.First("r", code, segment)
                            );
                            Assert.Equal(
                                within.Count(a => a.Item3.Length > 0),
                                tally.Answered("r", segment)
                            );
                        }
                    }
                },
                iter: 300
            );
    }

    /// <summary>The attacker knows the whole and every group that is shown: what is left over is never a small group.</summary>
    [Fact]
    public void What_is_hidden_cannot_be_had_by_subtraction() =>
        Gen.Int[0, 40]
            .Array[2, 6]
            .Sample(
                counts =>
                {
                    var sizes = counts
                        .Select((count, place) => (Name: "g" + place, count))
                        .ToDictionary(pair => pair.Name, pair => pair.count);
                    var hidden = SmallGroups.Hidden(sizes, overlap: false);
                    Assert.All(
                        sizes.Where(pair => pair.Value is > 0 and < SmallGroups.Least),
                        pair => Assert.Contains(pair.Key, hidden)
                    );
                    var left = hidden.Where(name => sizes[name] > 0).ToList();
                    Assert.True(
                        left.Count == 0 || left.Count > 1 || hidden.Count == sizes.Count,
                        $"Only {string.Join(',', hidden)} of {string.Join(',', counts)} is hidden."
                    );
                },
                iter: 300
            );

    [Fact]
    public void Groups_that_overlap_are_hidden_by_their_own_size_alone() =>
        Assert.Equal(
            ["few"],
            SmallGroups.Hidden(
                new Dictionary<string, int> { ["few"] = 9, ["many"] = 50 },
                overlap: true
            )
        );
}
