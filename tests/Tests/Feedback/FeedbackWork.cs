using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Feedback;

/// <summary>A small questionnaire, and the steps that the tests of this module share.</summary>
internal static class FeedbackWork
{
    public static Words En(string text) => Words.Of("en", text);

    public static Option Option(string code, string text) => new(code, En(text));

    public static Question Choice(string code, params string[] options) =>
        new()
        {
            Code = code,
            Kind = QuestionKind.Choice,
            Text = En($"About {code}?"),
            Options = [.. options.Select(text => Option(text.ToLowerInvariant(), text))],
        };

    public static Question Line(string code, string? text = null) =>
        new()
        {
            Code = code,
            Kind = QuestionKind.ShortText,
            Text = En(text ?? $"About {code}?"),
        };

    public static Section Leaf(string code, params Question[] questions) =>
        new()
        {
            Code = code,
            Title = En(code),
            Questions = questions,
        };

    /// <summary>Two pages: <c>class</c> and <c>why</c>, then <c>more</c>.</summary>
    public static Questionnaire Form(params Section[] pages) =>
        new()
        {
            Title = En("Computing at school"),
            Languages = ["en"],
            Sections =
                pages.Length > 0
                    ? pages
                    :
                    [
                        Leaf("one", Choice("class", "Yes", "No"), Line("why")),
                        Leaf("two", Line("more")),
                    ],
        };

    public static T Done<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException($"Expected Done, was {outcome}.");

    public static IEnumerable<string> Refused<T>(Outcome<T> outcome) =>
        Assert
            .IsType<Outcome<T>.Refused>(outcome)
            .Refusals.Select(refusal => refusal.Sentence.Key["feedback.refusal.".Length..]);

    public static async Task<FeedbackRoundId> Prepared(
        this TestWorkspace here,
        Questionnaire? form = null,
        bool students = false
    ) =>
        Done(
            await here.In<PrepareRound, Outcome<FeedbackRoundId>>(use =>
                use.Do(
                    new PrepareRound.Input(
                        "Families, before the vision",
                        FeedbackSubject.Vision,
                        form ?? Form(),
                        AsksStudents: students
                    ),
                    here.By(here.Lead)
                )
            )
        );

    public static async Task<RoundView> See(this TestWorkspace here, FeedbackRoundId round) =>
        (await here.In<FeedbackQueries, RoundView?>(use => use.Round(round)))!;

    public static async Task<Questionnaire> Asked(
        this TestWorkspace here,
        FeedbackRoundId round,
        int? edition = null
    )
    {
        var number = edition ?? (await here.See(round)).Edition;
        return (
            await here.In<FeedbackQueries, Questionnaire?>(use => use.Questionnaire(round, number))
        )!;
    }

    public static async Task Opened(
        this TestWorkspace here,
        FeedbackRoundId round,
        int daysOpen = 20,
        int daysKept = 100
    )
    {
        var version = (await here.See(round)).Version;
        var today = DateOnly.FromDateTime(here.Clock.GetUtcNow().UtcDateTime);
        Done(
            await here.In<OpenRound, Outcome<Nothing>>(use =>
                use.Do(
                    new OpenRound.Input(
                        round,
                        version,
                        today.AddDays(daysOpen),
                        today.AddDays(daysKept)
                    ),
                    here.By(here.Lead)
                )
            )
        );
    }

    public static async Task<Outcome<int>> Revise(
        this TestWorkspace here,
        FeedbackRoundId round,
        Questionnaire form,
        int? version = null
    )
    {
        var seen = version ?? (await here.See(round)).Version;
        return await here.In<ReviseQuestionnaire, Outcome<int>>(use =>
            use.Do(new ReviseQuestionnaire.Input(round, seen, form), here.By(here.Lead))
        );
    }

    public static async Task<ChannelView> Channel(
        this TestWorkspace here,
        FeedbackRoundId round,
        ChannelKind kind
    )
    {
        var code = Done(
            await here.In<AddChannel, Outcome<string>>(use =>
                use.Do(new AddChannel.Input(round, kind, "Families"), here.By(here.Lead))
            )
        );
        return (
            await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use => use.Channels(round))
        ).Single(one => one.Code == code);
    }

    /// <summary>As the public's form stores it.</summary>
    public static Task Store(
        this TestWorkspace here,
        FeedbackRoundId round,
        FeedbackChannelId channel,
        string text,
        DateOnly saved,
        bool isSent = true
    ) =>
        here.Storage.Answers.Store(
            [
                new Answer
                {
                    DistrictId = here.District,
                    RoundId = round,
                    Id = FormSecret.AnswerOf(FormSecret.New()),
                    ChannelId = channel,
                    Edition = 1,
                    Language = "en",
                    SavedOn = saved,
                    SentOn = isSent ? saved : null,
                    Entries = $$"""{"why":"{{text}}"}""",
                },
            ],
            CancellationToken.None
        );

    public static Task<int> Count(this TestWorkspace here, FeedbackRoundId round) =>
        here.Storage.Answers.CountSent(here.District, round, CancellationToken.None);
}
