using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.OpenData;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Kernel;
using static Throughline.Testing.OpenForm;

namespace Throughline.Testing.Sweeping;

/// <summary>A round of any district that was asked, answered, closed, answered back and published.</summary>
public static class PublishedRound
{
    private static readonly Questionnaire Form = Pages(
        Page("p", Ask("wish", QuestionKind.Choice, "yes", "no"), Ask("why", QuestionKind.LongText))
    ) with
    {
        Languages = ["en", "es"],
        Unreviewed = ["es"],
    };

    public static async Task In(IServiceProvider services, DistrictId district, PersonId lead)
    {
        var doing = new Doing(
            lead,
            services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime
        );
        var today = DateOnly.FromDateTime(doing.When);
        async Task<T> Use<TUse, T>(Func<TUse, Task<Outcome<T>>> use)
            where TUse : notnull
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ThroughlineDb>().Enter(district, lead);
            var outcome = await use(scope.ServiceProvider.GetRequiredService<TUse>());
            return outcome is Outcome<T>.Done done
                ? done.Value
                : throw new InvalidOperationException($"Refused: {outcome}");
        }

        var round = await Use<PrepareRound, FeedbackRoundId>(use =>
            use.Do(new("What was asked last year", FeedbackSubject.Other, Form), doing)
        );
        await Use<AddChannel, string>(use =>
            use.Do(new(round, ChannelKind.Link, "Everybody"), doing)
        );
        await Use<OpenRound, Nothing>(use =>
            use.Do(new(round, 1, today.AddDays(10), today.AddDays(100)), doing)
        );
        var answer = await Answer(services, district, round, today);
        await Use<CloseRound, Nothing>(use =>
            use.Do(round, doing with { When = doing.When.AddHours(-1) })
        );
        await Use<CodeText, Nothing>(use =>
            use.Do(new(round, answer, "why", [], "More time"), doing)
        );
        var theme = await Theme(services, district, round);
        await Use<DisposeTheme, Nothing>(use =>
            use.Do(
                new(
                    theme.Id,
                    theme.Version,
                    theme.Name,
                    "A lesson is over before it begins.",
                    Disposition.Defer,
                    "The timetable is made in spring.",
                    null
                ),
                doing
            )
        );
        await Use<AnswerBack, Nothing>(use => use.Do(new(round, "http://localhost"), doing));
        await Use<PublishFigures, int>(use => use.Do(new(round, ["wish"], null), doing));
    }

    private static async Task<ThemeView> Theme(
        IServiceProvider services,
        DistrictId district,
        FeedbackRoundId round
    )
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ThroughlineDb>().Enter(district, null);
        return (await scope.ServiceProvider.GetRequiredService<ThemeQueries>().Of(round))[0];
    }

    private static async Task<AnswerId> Answer(
        IServiceProvider services,
        DistrictId district,
        FeedbackRoundId round,
        DateOnly today
    )
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ThroughlineDb>().Enter(district, null);
        var channel = (
            await scope.ServiceProvider.GetRequiredService<FeedbackQueries>().Channels(round)
        )[0];
        var entries = new AnswerEntries();
        entries.Set("wish", ["yes"]);
        entries.Set("why", ["There is never enough time."]);
        var answers = Enumerable
            .Range(0, 24)
            .Select(_ => new Answer
            {
                DistrictId = district,
                RoundId = round,
                Id = FormSecret.AnswerOf(FormSecret.New()),
                ChannelId = channel.Id,
                Edition = 1,
                Language = "en",
                SavedOn = today,
                SentOn = today,
                Entries = entries.ToJson(),
            })
            .ToList();
        await services
            .GetRequiredService<IStorage>()
            .Answers.Store(answers, CancellationToken.None);
        return answers[0].Id;
    }
}
