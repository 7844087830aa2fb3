using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>Where answers lie: once each, in their district, and in no order that tells anything.</summary>
public sealed class AnswerStoreTests
{
    private static readonly Questionnaire One = Pages(Page("p", Ask("a", QuestionKind.ShortText)));

    [Theory, EachDatabase]
    public async Task An_answer_that_is_sent_again_is_the_same_answer(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, One);
        var secret = FormSecret.New();
        await Store(here, Made(here, form, secret, "first", isSent: true));
        await Store(
            here,
            Made(here, form, secret, "second", isSent: true),
            Made(here, form, secret, "third", isSent: true)
        );
        Assert.Equal(["third"], await Sent(here, form.Round));
    }

    [Theory, EachDatabase]
    public async Task A_draft_that_comes_late_does_not_take_back_what_was_sent(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, One);
        var secret = FormSecret.New();
        await Store(here, Made(here, form, secret, "draft", isSent: false));
        Assert.Empty(await Sent(here, form.Round));
        await Store(
            here,
            Made(here, form, secret, "sent", isSent: true),
            Made(here, form, secret, "late", isSent: false)
        );
        await Store(here, Made(here, form, secret, "later", isSent: false));
        Assert.Equal(["sent"], await Sent(here, form.Round));
        var found = await here.Storage.Answers.Find(
            here.District,
            form.Round,
            FormSecret.AnswerOf(secret),
            CancellationToken.None
        );
        Assert.NotNull(found!.SentOn);
    }

    [Theory, EachDatabase]
    public async Task No_answer_of_another_district_is_read_counted_or_found(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, One);
        var secret = FormSecret.New();
        await Store(here, Made(here, form, secret, "ours", isSent: true));
        var (other, _) = await here.AddDistrict("elsewhere", here.Lead);
        var answers = here.Storage.Answers;
        var cancel = CancellationToken.None;
        var read = 0;
        await answers.ReadSent(other, form.Round, _ => read++, cancel);
        Assert.Equal(0, read);
        Assert.Equal(0, await answers.CountSent(other, form.Round, cancel));
        Assert.Null(await answers.Find(other, form.Round, FormSecret.AnswerOf(secret), cancel));
        Assert.Equal(1, await answers.CountSent(here.District, form.Round, cancel));
    }

    [Theory, EachDatabase]
    public async Task Where_one_of_a_batch_cannot_be_stored_the_others_are(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, One);
        await using var intake = new AnswerIntake(here.Storage);
        var strange = new OpenForm(Id.New<FeedbackRoundId>(), form.Code);
        var bad = intake.Take(
            Made(here, strange, FormSecret.New(), "bad", isSent: true),
            CancellationToken.None
        );
        var good = Enumerable
            .Range(0, 20)
            .Select(n =>
                intake.Take(
                    Made(here, form, FormSecret.New(), "good" + n, isSent: true),
                    CancellationToken.None
                )
            )
            .ToList();
        await Task.WhenAll(good);
        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.Equal(20, (await Sent(here, form.Round)).Count);
    }

    /// <summary>Three hundred people answer one after another; an attacker who has the file guesses who came before whom.</summary>
    [Fact]
    public async Task The_file_does_not_tell_who_answered_before_whom()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var form = await OpenForm.In(here, One);
        const int People = 300;
        for (var person = 0; person < People; person++)
        {
            await Store(here, Made(here, form, FormSecret.New(), $"{person}", isSent: true));
        }

        var order = (await Sent(here, form.Round)).ConvertAll(int.Parse);
        var inOrder = order.Zip(order.Skip(1)).Count(pair => pair.First < pair.Second);
        // Of 299 neighbors half are in order by chance, with a deviation of five (the ascents of a random permutation).
        Assert.InRange(inOrder, (People / 2) - 25, (People / 2) + 25);
    }

    private static Task Store(TestWorkspace here, params Answer[] answers) =>
        here.Storage.Answers.Store(answers, CancellationToken.None);

    private static Answer Made(
        TestWorkspace here,
        OpenForm form,
        string secret,
        string said,
        bool isSent
    )
    {
        var entries = new AnswerEntries();
        entries.Set("a", [said]);
        var day = new DateOnly(2026, 9, 14);
        return new Answer
        {
            DistrictId = here.District,
            RoundId = form.Round,
            Id = FormSecret.AnswerOf(secret),
            ChannelId = Id.New<FeedbackChannelId>(),
            Edition = 1,
            Language = "en",
            SavedOn = day,
            SentOn = isSent ? day : null,
            Entries = entries.ToJson(),
        };
    }

    private static async Task<List<string>> Sent(TestWorkspace here, FeedbackRoundId round)
    {
        var said = new List<string>();
        await here.Storage.Answers.ReadSent(
            here.District,
            round,
            answer => said.Add(AnswerEntries.FromJson(answer.Entries).First("a")!),
            CancellationToken.None
        );
        return said;
    }
}
