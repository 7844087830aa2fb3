using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Testing;

/// <summary>A round that is open, with one address.</summary>
public sealed record OpenForm(FeedbackRoundId Round, string Code)
{
    public static Words Say(string text) => Words.Of("en", text);

    public static Option Option(string code) => new(code, Say("Option " + code));

    public static Question Ask(string code, QuestionKind kind, params string[] options) =>
        new()
        {
            Code = code,
            Kind = kind,
            Text = Say($"What about {code}?"),
            Options = [.. options.Select(Option)],
        };

    public static Questionnaire Pages(params Section[] sections) =>
        new()
        {
            Title = Say("A few questions"),
            Languages = ["en"],
            Sections = sections,
        };

    public static Section Page(string code, params Question[] questions) =>
        new() { Code = code, Questions = questions };

    public static async Task<OpenForm> In(
        TestWorkspace here,
        Questionnaire form,
        ChannelKind kind = ChannelKind.Link,
        int daysOpen = 10,
        FeedbackSubject subject = FeedbackSubject.Other,
        int? version = null
    )
    {
        var doing = here.By(here.Lead);
        var today = DateOnly.FromDateTime(doing.When);
        var round = Value(
            await here.In<PrepareRound, Outcome<FeedbackRoundId>>(use =>
                use.Do(new("What people say", subject, form, SubjectVersion: version), doing)
            )
        );
        var code = Value(
            await here.In<AddChannel, Outcome<string>>(use =>
                use.Do(new(round, kind, "Everybody"), doing)
            )
        );
        Value(
            await here.In<OpenRound, Outcome<Nothing>>(use =>
                use.Do(new(round, 1, today.AddDays(daysOpen), today.AddDays(daysOpen + 90)), doing)
            )
        );
        return new OpenForm(round, code);
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException($"Refused: {outcome}");
}
