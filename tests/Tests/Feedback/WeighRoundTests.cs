using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using Throughline.Tests.Direction;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>Answers as if every group had answered in proportion: against shares worked out by hand.</summary>
public sealed class WeighRoundTests
{
    private static readonly Questionnaire Form = Pages(
        Page(
            "p",
            Ask("wish", QuestionKind.Choice, "yes", "no"),
            Ask("child-is", QuestionKind.Several, "female", "english-learner", "none") with
            {
                Segment = "subgroup",
            },
            // The same once more, as if it did not say who answers: weighted, it must come out as the directory has it.
            Ask("again", QuestionKind.Several, "female", "english-learner", "none")
        )
    );

    [Fact]
    public async Task One_group_is_brought_to_its_share()
    {
        await using var here = await District();
        var form = await OpenForm.In(here, Form);
        // Of 45 parents of girls 30 say yes, of 15 others 3; half of the students are girls. Five did not say.
        await Say(here, form, 30, "yes", "female");
        await Say(here, form, 15, "no", "female");
        await Say(here, form, 3, "yes", "none");
        await Say(here, form, 12, "no", "none");
        await Say(here, form, 5, "yes");

        var weighed = (await Weigh(here, form))!;
        Assert.Equal(60, weighed.Answers);
        Assert.Equal(["female"], weighed.Groups.Select(group => group.Code));
        Assert.Equal(["english-learner", "none"], weighed.LeftOut.Select(group => group.Code));
        Assert.Equal((0.5 * 30 / 45) + (0.5 * 3 / 15), weighed.Share("wish", "yes")!.Value, 1e-9);
        Assert.Equal(0.5, weighed.Share("again", "female")!.Value, 1e-9);
        // Weights of 2/3 and 2: (Σw)²/Σw² = 3600 / (45 · 4/9 + 15 · 4).
        Assert.Equal(3600.0 / 80, weighed.EffectiveSize, 1e-9);
    }

    [Fact]
    public async Task Two_groups_that_overlap_are_both_brought_to_their_shares()
    {
        await using var here = await District();
        var form = await OpenForm.In(here, Form);
        await Say(here, form, 30, "yes", "female");
        await Say(here, form, 6, "no", "female", "english-learner");
        await Say(here, form, 6, "no", "english-learner");
        await Say(here, form, 18, "yes", "none");

        var weighed = (await Weigh(here, form))!;
        Assert.Equal(0.5, weighed.Share("again", "female")!.Value, 1e-5);
        Assert.Equal(0.3, weighed.Share("again", "english-learner")!.Value, 1e-5);
        Assert.InRange(weighed.EffectiveSize, 1, 60);
    }

    [Fact]
    public async Task A_few_are_never_made_to_speak_for_many()
    {
        await using var here = await District();
        var form = await OpenForm.In(here, Form);
        // Ten of 200 would have to weigh six times as much as their share: beyond the limit.
        await Say(here, form, 190, "yes", "female");
        await Say(here, form, 10, "no", "none");
        Assert.Null(await Weigh(here, form));

        var few = await OpenForm.In(here, Form);
        await Say(here, few, 20, "yes", "female");
        await Say(here, few, 9, "no", "none");
        Assert.Null(await Weigh(here, few));

        var nobody = await OpenForm.In(here, Form);
        Assert.Null(await Weigh(here, nobody));
    }

    /// <summary>200 students: 100 girls, 60 who learn English.</summary>
    private static async Task<TestWorkspace> District()
    {
        var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var school = await here.AddSchool("Canal School");
        await here.Figures(
            school,
            2026,
            ("total", 200),
            ("group:female", 100),
            ("group:english-learner", 60)
        );
        return here;
    }

    private static Task<RoundWeighed?> Weigh(TestWorkspace here, OpenForm form) =>
        here.In<WeighRound, RoundWeighed?>(use => use.Do(form.Round));

    private static async Task Say(
        TestWorkspace here,
        OpenForm form,
        int times,
        string wish,
        params string[] childIs
    )
    {
        var channels = await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
            use.Channels(form.Round)
        );
        var today = DateOnly.FromDateTime(here.Clock.GetUtcNow().UtcDateTime);
        var entries = new AnswerEntries();
        entries.Set("wish", [wish]);
        entries.Set("child-is", childIs);
        entries.Set("again", childIs);
        await here.Storage.Answers.Store(
            [
                .. Enumerable
                    .Range(0, times)
                    .Select(_ => new Answer
                    {
                        DistrictId = here.District,
                        RoundId = form.Round,
                        Id = FormSecret.AnswerOf(FormSecret.New()),
                        ChannelId = channels[0].Id,
                        Edition = 1,
                        Language = "en",
                        SavedOn = today,
                        SentOn = today,
                        Entries = entries.ToJson(),
                    }),
            ],
            CancellationToken.None
        );
    }
}
