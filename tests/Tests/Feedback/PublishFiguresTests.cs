using System.Globalization;
using System.Text;
using Throughline.Analysis.Disclosure;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.OpenData;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>What leaves a round for everybody, and what an attacker makes of it.</summary>
public sealed class PublishFiguresTests
{
    private static readonly Question Who = Ask(
        "who",
        QuestionKind.Choice,
        "families",
        "teachers",
        "students"
    ) with
    {
        Segment = "role",
    };

    private static readonly Questionnaire Form = Pages(
        Page(
            "p",
            Who,
            Ask("speaks", QuestionKind.Choice, "english", "other") with
            {
                Segment = "language",
            },
            Ask("is", QuestionKind.Several, "learner", "girl") with
            {
                Segment = "subgroup",
            },
            Ask("wish", QuestionKind.Choice, "yes", "no", "perhaps"),
            Ask("like", QuestionKind.Several, "robots", "music"),
            Ask("why", QuestionKind.LongText)
        )
    );

    [Theory, EachDatabase]
    public async Task Figures_are_published_once_the_round_is_over_and_never_change(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        await Answer(
            here,
            form,
            40,
            n => ("families", n < 25 ? "yes" : "no", n < 20 ? "robots" : "music")
        );
        var input = new CountFigures.Input(form.Round, ["wish", "like", "why"], null);
        Assert.Contains(
            Refusals(await Publish(here, input)),
            sentence => sentence == FeedbackSentences.CloseBeforePublishing
        );
        await Close(here, form);
        Assert.Equal(1, Done(await Publish(here, input)));
        Assert.Equal(1, Done(await Publish(here, input)));

        var seen = await See(here, 1);
        Assert.Equal(40, seen!.Figures.Answers);
        // What people wrote is not among it.
        Assert.Equal(["wish", "like"], seen.Figures.Questions.Select(question => question.Field));
        Assert.Equal(
            [25, 15, 0, 0],
            seen.Figures.Questions[0].Options.Select(option => option.Count)
        );
        Assert.Equal([20, 20], seen.Figures.Questions[1].Options.Select(option => option.Count));
        // Another count beside it would tell what the few in between said.
        var again = await here.In<OpenRound, Outcome<Nothing>>(use =>
            use.Do(new(form.Round, 3, new(2027, 1, 1), new(2027, 6, 1)), here.By(here.Lead))
        );
        Assert.IsNotType<Outcome<Nothing>.Done>(again);
        Assert.Contains(
            FeedbackSentences.NotTakenOncePublished,
            Refusals(await TypeIn(here, form))
        );
    }

    [Fact]
    public async Task Two_who_publish_at_the_same_moment_do_not_publish_past_each_other()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var form = await OpenForm.In(here, Form);
        await Answer(
            here,
            form,
            60,
            n => (n < 30 ? "families" : "teachers", n % 2 == 0 ? "yes" : "no", "robots")
        );
        await Close(here, form);
        var outcomes = await Task.WhenAll(
            Publish(here, new(form.Round, ["wish"], "who")),
            Publish(here, new(form.Round, ["like"], null))
        );
        var done = outcomes.Count(outcome => outcome is Outcome<int>.Done);
        var late = outcomes.OfType<Outcome<int>.Refused>().ToList();
        // Either one waited for the other, and was held against it, or it was told to look first.
        Assert.Equal(2, done + late.Count);
        Assert.True(done >= 1);
        Assert.All(
            late,
            refused => Assert.Contains(FeedbackSentences.FiguresMeanwhile, Refusals<int>(refused))
        );
    }

    [Fact]
    public async Task Small_counts_and_what_a_whole_group_said_are_not_in_the_file()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var form = await OpenForm.In(here, Form);
        await Answer(
            here,
            form,
            64,
            n =>
                n < 40 ? ("families", n < 22 ? "yes" : "no", "robots")
                : n < 52 ? ("teachers", "yes", "music")
                : ("students", n < 55 ? "yes" : "no", "music")
        );
        await Close(here, form);
        Done(await Publish(here, new(form.Round, ["wish"], "who")));
        var question = Assert.Single((await See(here, 1))!.Figures.Questions);
        var (yes, no) = (question.Options[0], question.Options[1]);
        // Three of the twelve students said yes, and all twelve teachers did.
        Assert.Null(yes.ByGroup[2]);
        Assert.Null(yes.ByGroup[1]);
        Assert.Null(no.ByGroup[1]);
        var csv = Encoding.UTF8.GetString(FiguresCsv.Write((await See(here, 1))!.Figures, "en"));
        Assert.Contains(
            "wish,What about wish?,,yes,Option yes,students,Option students,,yes,64",
            csv,
            StringComparison.Ordinal
        );
    }

    /// <summary>
    /// Rounds at random, each published by every question that says who answered, and once more together, with who answered among the
    /// questions: an attacker with linear programs holds all of it.
    /// </summary>
    [Fact]
    public async Task An_attacker_with_every_publication_of_a_round_opens_no_small_count()
    {
        var random = new Random(4711);
        var (published, shown, all) = (0, 0, 0);
        for (var turn = 0; turn < 12; turn++)
        {
            await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
            var form = await OpenForm.In(here, Form);
            var shares = Enumerable.Range(0, 3).Select(_ => random.NextDouble()).ToArray();
            string[] groups = ["families", "teachers", "students"];
            string[] wishes = ["yes", "no", "perhaps"];
            await Answer(
                here,
                form,
                random.Next(20, 120),
                _ =>
                {
                    var group = random.NextDouble() < 0.6 ? 0 : random.Next(1, 3);
                    return (
                        groups[group],
                        random.NextDouble() < shares[group] ? wishes[0] : wishes[random.Next(1, 3)],
                        random.Next(2) == 0 ? "robots" : "music"
                    );
                }
            );
            await Close(here, form);
            foreach (var segment in new[] { "who", "speaks", "is", null })
            {
                if (
                    await Publish(here, new(form.Round, ["wish", "like", "who", "is"], segment))
                    is Outcome<int>.Done
                )
                {
                    published++;
                }
            }

            var known = new List<CountTable>();
            foreach (
                var line in await here.In<FiguresQueries, IReadOnlyList<FiguresLine>>(use =>
                    use.All()
                )
            )
            {
                var tables = ReleasedTables.Of((await See(here, line.Number))!.Figures).ToList();
                known.AddRange(tables);
                var cells = tables.SelectMany(table => table.Cells).ToList();
                (shown, all) = (
                    shown + cells.Count(cell => cell.Count is not null),
                    all + cells.Count
                );
            }

            if (known.Count > 0)
            {
                var opened = TableAudit.Opened(
                    LinkedTables.Of([.. known]),
                    new AttackerKnowledge(Threshold: 10, Width: 2)
                );
                Assert.True(opened.Count == 0, string.Join("; ", opened));
            }
        }

        Assert.Equal(48, published);
        // Hiding everything would betray nobody either.
        Assert.True(shown >= all / 2, $"Only {shown} of {all} counts are shown.");
    }

    private static async Task Answer(
        TestWorkspace here,
        OpenForm form,
        int count,
        Func<int, (string Who, string Wish, string Like)> say
    )
    {
        var channel = (
            await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
                use.Channels(form.Round)
            )
        )[0];
        var answers = Enumerable
            .Range(0, count)
            .Select(n =>
            {
                var (who, wish, like) = say(n);
                var entries = new AnswerEntries();
                entries.Set("who", [who]);
                entries.Set("wish", [wish]);
                entries.Set("like", [like]);
                entries.Set("speaks", [n % 5 == 0 ? "other" : "english"]);
                entries.Set(
                    "is",
                    n % 3 == 0 ? ["girl"]
                        : n % 5 == 0 ? ["learner", "girl"]
                        : []
                );
                entries.Set("why", ["secret words " + n.ToString(CultureInfo.InvariantCulture)]);
                return new Answer
                {
                    DistrictId = here.District,
                    RoundId = form.Round,
                    Id = FormSecret.AnswerOf(FormSecret.New()),
                    ChannelId = channel.Id,
                    Edition = 1,
                    Language = "en",
                    SavedOn = new DateOnly(2026, 9, 14),
                    SentOn = new DateOnly(2026, 9, 14),
                    Entries = entries.ToJson(),
                };
            })
            .ToList();
        await here.Storage.Answers.Store(answers, CancellationToken.None);
    }

    private static Task<Outcome<int>> Publish(TestWorkspace here, CountFigures.Input input) =>
        here.In<PublishFigures, Outcome<int>>(use => use.Do(input, here.By(here.Lead)));

    private static async Task Close(TestWorkspace here, OpenForm form)
    {
        Done(
            await here.In<CloseRound, Outcome<Nothing>>(use =>
                use.Do(form.Round, here.By(here.Lead))
            )
        );
        here.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private static async Task<Outcome<string>> TypeIn(TestWorkspace here, OpenForm form)
    {
        Done(
            await here.In<AddChannel, Outcome<string>>(use =>
                use.Do(new(form.Round, ChannelKind.Paper, "Library"), here.By(here.Lead))
            )
        );
        var paper = (
            await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
                use.Channels(form.Round)
            )
        )[^1];
        var entries = new AnswerEntries();
        entries.Set("wish", ["yes"]);
        await using var intake = new AnswerIntake(here.Storage);
        return await here.In<ThroughlineDb, Outcome<string>>(db =>
            new TypeInPaper(db, here.Storage, intake, new DistrictQueries(db)).Do(
                new(form.Round, paper.Id, 1, "en", "1", entries),
                here.By(here.Lead)
            )
        );
    }

    private static Task<FiguresView?> See(TestWorkspace here, int number) =>
        here.In<FiguresQueries, FiguresView?>(use => use.Enter("marlow-falls", number));

    private static IEnumerable<Sentence> Refusals<T>(Outcome<T> outcome) =>
        Assert.IsType<Outcome<T>.Refused>(outcome).Refusals.Select(refusal => refusal.Sentence);

    private static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(
            outcome is Outcome<T>.Done,
            outcome is Outcome<T>.Refused refused
                ? string.Join("; ", refused.Refusals.Select(refusal => refusal.Sentence.Key))
                : "Unknown"
        );
        return ((Outcome<T>.Done)outcome).Value;
    }
}
