using System.Globalization;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>
/// How the invented people voted: most want the same of the elementary grades and of their teachers; whether a class is for everybody
/// parts them.
/// </summary>
internal static class SampleVoters
{
    public const string Question = "view";
    public const int Count = 84;

    /// <summary>Whose proposal others vote on now, and whose was kept out.</summary>
    public const int First = 3;
    public const int Second = 11;

    /// <summary>Out of a hundred who want it for everybody, and of the others: how many agree, and how many disagree.</summary>
    private static readonly (string Statement, (int, int) ForAll, (int, int) ByChoice)[] Leanings =
    [
        ("before-grade-9", (93, 2), (12, 76)),
        ("in-other-lessons", (82, 7), (78, 9)),
        ("teachers-first", (90, 3), (88, 4)),
        ("without-screens", (30, 48), (74, 12)),
        ("not-for-art", (52, 20), (91, 3)),
        ("home-language", (91, 2), (84, 5)),
        ("how-it-works", (88, 3), (66, 14)),
        ("toward-diploma", (80, 6), (18, 66)),
        ("girls-too", (84, 5), (57, 13)),
        ("local-work", (62, 14), (60, 16)),
        ("computer-home", (71, 15), (34, 46)),
        ("own-choice", (6, 85), (83, 7)),
    ];

    private static readonly string[] Roles = ["family", "teacher", "leader", "community"];

    private static readonly Dictionary<int, (string Language, string Text)> Proposals = new()
    {
        [First] = ("en", "There should be a late bus on the days of the coding club."),
        [Second] = ("en", "The assistant principal at the middle school is against everything."),
        [27] = ("es", "Los estudiantes mayores deberían enseñar a los más pequeños."),
        [46] = ("en", "Give us the plan in one page before you ask us to vote for it."),
        [62] = ("pt", "As aulas deveriam ter material também em português."),
    };

    public static AnswerId AnswerOf(int number) =>
        FormSecret.AnswerOf(
            "sample-voter-" + number.ToString("000000000", CultureInfo.InvariantCulture)
        );

    public static List<Answer> Of(
        DistrictId district,
        SampleDays days,
        FeedbackRoundId round,
        FeedbackChannelId channel
    )
    {
        var pick = new Picks(77_031);
        return
        [
            .. Enumerable
                .Range(0, Count)
                .Select(number => One(district, days, round, channel, number, pick)),
        ];
    }

    private static Answer One(
        DistrictId district,
        SampleDays days,
        FeedbackRoundId round,
        FeedbackChannelId channel,
        int number,
        Picks pick
    )
    {
        var isForAll = pick.By(58, 42) == 0;
        var entries = new AnswerEntries();
        foreach (var (statement, forAll, byChoice) in Leanings)
        {
            if (pick.By(92, 8) == 1)
            {
                continue;
            }

            var (agree, disagree) = isForAll ? forAll : byChoice;
            entries.Set(
                $"{Question}.{statement}",
                [Votes.Codes[pick.By(agree, disagree, 100 - agree - disagree)]]
            );
        }

        var language = "en";
        if (Proposals.TryGetValue(number, out var proposal))
        {
            language = proposal.Language;
            entries.Set(Question + ".other", [proposal.Text]);
        }

        if (pick.By(8, 92) == 1)
        {
            entries.Set("role", [Roles[pick.By(52, 28, 6, 14)]]);
        }

        var day = days.On(6 + pick.Below(4));
        return new Answer
        {
            DistrictId = district,
            RoundId = round,
            Id = AnswerOf(number),
            ChannelId = channel,
            Edition = 1,
            Language = language,
            SavedOn = day,
            SentOn = day,
            Entries = entries.ToJson(),
        };
    }
}
