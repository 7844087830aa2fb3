using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

public sealed class VisionTests
{
    private const string First = "Every student learns to create with computing.";
    private const string Second = "Every student, from kindergarten on, creates with computing.";

    [Theory, EachDatabase]
    public async Task Each_kept_draft_stays_readable(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var version = (await here.Vision(First, keep: true)).Done();
        (await here.Vision(Second, version, keep: true)).Done();

        var vision = await here.ReadVision();
        var drafts = await here.In<VisionQueries, IReadOnlyList<VisionDraftView>>(read =>
            read.Drafts(vision!.Id)
        );

        Assert.Equal([(2, Second), (1, First)], drafts.Select(draft => (draft.Number, draft.Text)));
        Assert.Equal((Second, 2), (vision!.Text, vision.DraftNumber));
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_words_are_kept_before_they_are_written_over(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var luis = await here.AddPerson("luis@marlowfalls.example", "Luis Ortega");
        await here.AddMember(here.District, luis, Role.Editor);
        var version = (await here.Vision(First)).Done();
        (await here.Vision(Second, version, who: luis)).Done();

        var vision = await here.ReadVision();
        var kept = Assert.Single(
            await here.In<VisionQueries, IReadOnlyList<VisionDraftView>>(read =>
                read.Drafts(vision!.Id)
            )
        );

        Assert.Equal((First, "Dana Lead"), (kept.Text, kept.Who));
        Assert.Equal("Luis Ortega", vision!.WrittenBy);
    }

    [Theory, EachDatabase]
    public async Task A_stale_version_changes_nothing_and_answers_what_is_stored(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await here.Vision(First)).Done();

        var conflict = (await here.Vision(Second, 0)).Conflicted();

        Assert.Equal((1, First), (conflict.Version, conflict.Stored["Text"]));
        Assert.Equal(First, (await here.ReadVision())!.Text);
        Assert.Equal(2, (await here.Vision(Second, conflict.Version)).Done());
    }

    [Theory, EachDatabase]
    public async Task An_empty_or_over_long_vision_is_refused(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        Assert.Equal(
            DirectionSentences.WriteAVision,
            Assert.Single((await here.Vision(" \n ")).Refused()).Sentence
        );
        Assert.Equal(
            DirectionSentences.TooLong(4000, 4001),
            Assert.Single((await here.Vision(new string('a', 4001))).Refused()).Sentence
        );
        (await here.Vision(new string('a', 4000))).Done();
    }

    [Theory, EachDatabase]
    public async Task A_vision_is_shared_then_adopted_and_goes_back_with_a_reason(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await Adopt(here, 1)).IsUnknown();
        (await here.Vision(First)).Done();
        Assert.Equal(
            DirectionSentences.ShareItFirst,
            Assert.Single((await Adopt(here, 1)).Refused()).Sentence
        );
        (await Share(here, 1)).Done();
        Assert.Equal(
            DirectionSentences.VisionIsSettled,
            Assert.Single((await here.Vision(Second, 2)).Refused()).Sentence
        );
        Assert.Equal(
            3,
            (await Adopt(here, 2, body: null, on: null, minutes: null)).Refused().Count
        );
        Assert.Equal(
            DirectionSentences.NotInTheFuture,
            Assert
                .Single((await Adopt(here, 2, on: DirectionTestbed.Today.AddDays(1))).Refused())
                .Sentence
        );
        (await Adopt(here, 2)).Done();

        var adopted = await here.ReadVision();
        Assert.Equal(VisionStatus.Adopted, adopted!.Status);
        Assert.Equal(
            ("School Committee", "Minutes of September 8, item 4"),
            (adopted.AdoptingBody, adopted.Minutes)
        );

        Assert.Equal(
            DirectionSentences.SayWhy,
            Assert.Single((await Reopen(here, 3, null)).Refused()).Sentence
        );
        (await Reopen(here, 3, "Families asked for plainer words.")).Done();
        Assert.Equal(VisionStatus.Drafting, (await here.ReadVision())!.Status);
        (await Reopen(here, 2, "Again")).Conflicted();
    }

    [Theory, EachDatabase]
    public async Task A_school_may_have_a_vision_of_its_own(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await here.Vision(First)).Done();
        var own = new WriteVision.Input(Second, 0, School: here.School);
        var foreign = new WriteVision.Input(Second, 0, School: Id.New<SchoolId>());

        (await here.In<WriteVision, Outcome<int>>(use => use.Do(own, here.By(here.Lead)))).Done();
        (
            await here.In<WriteVision, Outcome<int>>(use => use.Do(foreign, here.By(here.Lead)))
        ).IsUnknown();

        Assert.Equal(First, (await here.ReadVision())!.Text);
        Assert.Equal(
            Second,
            (await here.In<VisionQueries, VisionView?>(read => read.Current(here.School)))!.Text
        );
    }

    [Theory, EachDatabase]
    public async Task Zero_characters_and_foreign_line_ends_do_no_harm(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await here.Vision("One\r\ntwo\0 three\u0007 ")).Done();
        Assert.Equal("One\ntwo three", (await here.ReadVision())!.Text);
    }

    private static Task<Outcome<Nothing>> Share(TestWorkspace here, int version) =>
        here.In<ShareVision, Outcome<Nothing>>(use =>
            use.Do(new ShareVision.Input(version), here.By(here.Lead))
        );

    private static Task<Outcome<Nothing>> Reopen(TestWorkspace here, int version, string? why) =>
        here.In<ReopenVision, Outcome<Nothing>>(use =>
            use.Do(new ReopenVision.Input(version), here.By(here.Lead, why))
        );

    private static Task<Outcome<Nothing>> Adopt(TestWorkspace here, int version) =>
        Adopt(here, version, on: new DateOnly(2026, 9, 8));

    private static Task<Outcome<Nothing>> Adopt(
        TestWorkspace here,
        int version,
        DateOnly? on,
        string? body = "School Committee",
        string? minutes = "Minutes of September 8, item 4"
    ) =>
        here.In<AdoptVision, Outcome<Nothing>>(use =>
            use.Do(
                new AdoptVision.Input
                {
                    Body = body,
                    On = on,
                    Minutes = minutes,
                    Version = version,
                },
                DirectionTestbed.Today,
                here.By(here.Lead)
            )
        );
}
