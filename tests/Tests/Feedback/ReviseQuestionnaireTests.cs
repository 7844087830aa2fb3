using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Kernel.Languages;
using Throughline.Testing;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class ReviseQuestionnaireTests
{
    [Theory, EachDatabase]
    public async Task Before_it_is_opened_the_one_edition_is_rewritten(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();

        Done(await here.Revise(round, Form().TakeOut("why")));

        Assert.Equal(1, (await here.See(round)).Edition);
        Assert.Null((await here.Asked(round)).Question("why"));
    }

    [Theory, EachDatabase]
    public async Task Afterwards_a_new_edition_is_made_and_the_old_one_stays(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        await here.Opened(round);

        Done(await here.Revise(round, Form().TakeOut("why")));
        var refused = Refused(
            await here.Revise(round, Form(Leaf("one", Choice("class", "Only one"))))
        );

        Assert.Equal(["too-few-options"], refused);
        Assert.Equal(2, (await here.See(round)).Edition);
        Assert.Null((await here.Asked(round)).Question("why"));
        Assert.NotNull((await here.Asked(round, edition: 1)).Question("why"));
    }

    [Theory, EachDatabase]
    public async Task Who_saves_second_is_told_and_changes_nothing(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        var seen = (await here.See(round)).Version;
        Done(await here.Revise(round, Form().TakeOut("why"), seen));

        var second = await here.Revise(round, Form().TakeOut("more"), seen);

        Assert.IsType<Outcome<int>.Conflicting>(second);
        Assert.NotNull((await here.Asked(round)).Question("more"));
    }

    [Theory, EachDatabase]
    public async Task The_history_names_what_was_changed(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        var form = Form();

        Done(await here.Revise(round, form = form.Put(Line("new", "What else?"), "one")));
        Done(await here.Revise(round, form = form.Put(Line("why", "Why so?"), null)));
        Done(await here.Revise(round, form = form.Move("class", down: true)));
        Done(await here.Revise(round, form = form.TakeOut("two")));
        Done(await here.Revise(round, form.AddLanguage("pt")));

        var history = await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(use =>
            use.Of(round.Value)
        );
        Assert.Equal(
            [
                "language-added: pt",
                "page-taken-out: two",
                "questions-ordered: Families, before the vision",
                "question-revised: Why so?",
                "question-added: What else?",
                "prepared: Families, before the vision",
            ],
            history.Select(entry => $"{entry.Sentence["happening.round.".Length..]}: {entry.About}")
        );
    }

    [Fact]
    public void Every_change_has_its_sentence_in_both_languages()
    {
        var files = LanguageFiles.Load(Path.Combine(Repository.Content, "languages"));

        Assert.All(
            QuestionnaireChange.Kinds,
            kind =>
                Assert.All(
                    ["en", "es"],
                    tag => Assert.True(files.Has(tag, "happening." + kind), kind)
                )
        );
    }

    [Theory, EachDatabase]
    public async Task Another_districts_round_is_unknown(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        var stranger = await here.AddPerson("sam@other.example", "Sam Stranger");
        var (other, _) = await here.AddDistrict("other", stranger);

        var outcome = await here.In<ReviseQuestionnaire, Outcome<int>>(
            other,
            stranger,
            use =>
                use.Do(
                    new ReviseQuestionnaire.Input(round, 1, Form().TakeOut("why")),
                    here.By(stranger)
                )
        );

        Assert.IsType<Outcome<int>.Unknown>(outcome);
        Assert.NotNull((await here.Asked(round)).Question("why"));
    }
}
