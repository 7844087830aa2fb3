using System.Globalization;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Bench.Feedback;

/// <summary>Fifty thousand answers to a form of forty questions, made the same every time.</summary>
static class FortyQuestions
{
    public const int Count = 50_000;
    private const int Questions = 40;
    private const int Options = 5;

    public static Questionnaire Form { get; } =
        new()
        {
            Title = Words.Of("en", "Forty questions"),
            Languages = ["en"],
            Sections =
            [
                new Section
                {
                    Code = "all",
                    Questions = [.. Enumerable.Range(0, Questions).Select(Ask)],
                },
            ],
        };

    /// <summary>Stores so many, five thousand in a transaction.</summary>
    public static async Task Store(MeasuredDistrict district, OpenedRound round, int count)
    {
        const int Together = 5_000;
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (
            var some in Answers(district.Id, round.Id, round.Channel, day, count).Chunk(Together)
        )
        {
            await district.Answers.Store(some, CancellationToken.None);
        }
    }

    private static IEnumerable<Answer> Answers(
        DistrictId district,
        FeedbackRoundId round,
        FeedbackChannelId channel,
        DateOnly day,
        int count
    )
    {
        // One generator with one seed: what is measured does not change from run to run.
        var random = new Random(20161);
        for (var number = 0; number < count; number++)
        {
            var entries = new AnswerEntries();
            for (var question = 0; question < Questions; question++)
            {
                entries.Set(
                    Code(question),
                    [
                        IsText(question)
                            ? "Some words, written on a phone."
                            : Option(random.Next(Options)),
                    ]
                );
            }

            yield return new Answer
            {
                DistrictId = district,
                RoundId = round,
                Id = FormSecret.AnswerOf(
                    number.ToString("answer-0000000000000000", CultureInfo.InvariantCulture)
                ),
                ChannelId = channel,
                Edition = 1,
                Language = "en",
                SavedOn = day,
                SentOn = day,
                Entries = entries.ToJson(),
            };
        }
    }

    private static Question Ask(int number) =>
        new()
        {
            Code = Code(number),
            Kind = IsText(number) ? QuestionKind.ShortText : QuestionKind.Choice,
            Text = Words.Of("en", $"Question {number}"),
            Segment = number == 0 ? "role" : null,
            Options = IsText(number)
                ? []
                :
                [
                    .. Enumerable
                        .Range(0, Options)
                        .Select(n => new Option(Option(n), Words.Of("en", $"Option {n}"))),
                ],
        };

    private static bool IsText(int number) => number % 10 == 9;

    private static string Code(int number) => "q" + number.ToString(CultureInfo.InvariantCulture);

    private static string Option(int number) => "o" + number.ToString(CultureInfo.InvariantCulture);
}
