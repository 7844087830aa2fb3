using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>Eight statements to vote on, and who votes.</summary>
internal static class Voting
{
    public static readonly Question View = new()
    {
        Code = "view",
        Kind = QuestionKind.Statements,
        Text = Say("What do you think?"),
        Options = Votes.Options(Say),
        Rows = [.. Enumerable.Range(1, 8).Select(n => new Option($"s{n}", Say($"Statement {n}.")))],
        Other = true,
    };

    public static readonly Questionnaire Form = Pages(
        Page("p", View),
        Page("q", Ask("role", QuestionKind.Choice, "family", "teacher") with { Segment = "role" })
    );

    public static Task<AnswerId> Vote(
        TestWorkspace here,
        OpenForm form,
        params (string Field, string Value)[] said
    ) => Vote(here, form, isSent: true, said);

    public static async Task<AnswerId> Vote(
        TestWorkspace here,
        OpenForm form,
        bool isSent,
        params (string Field, string Value)[] said
    )
    {
        var entries = new AnswerEntries();
        foreach (var (field, value) in said)
        {
            entries.Set(field, [value]);
        }

        var channels = await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
            use.Channels(form.Round)
        );
        var today = DateOnly.FromDateTime(here.Clock.GetUtcNow().UtcDateTime);
        var answer = new Answer
        {
            DistrictId = here.District,
            RoundId = form.Round,
            Id = FormSecret.AnswerOf(FormSecret.New()),
            ChannelId = channels[0].Id,
            Edition = 1,
            Language = "en",
            SavedOn = today,
            SentOn = isSent ? today : null,
            Entries = entries.ToJson(),
        };
        await here.Storage.Answers.Store([answer], CancellationToken.None);
        return answer.Id;
    }
}
