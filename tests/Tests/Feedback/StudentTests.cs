using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class StudentTests
{
    [Theory, EachDatabase]
    public async Task Parents_find_the_questions_before_anybody_is_asked(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared(students: true);
        var parents = await here.Channel(round, ChannelKind.Parents);
        var link = await here.Channel(round, ChannelKind.Link);

        var read = await here.Find(parents.Code);

        Assert.NotNull(read);
        Assert.False(read.TakesAt(here.Clock.GetUtcNow().UtcDateTime));
        Assert.Null(await here.Find(link.Code));
    }

    [Theory, EachDatabase]
    public async Task Children_left_out_are_counted_with_a_note_and_without_names(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared(students: true);

        Assert.Equal(["enter-a-count"], Refused(await here.LeaveOut(round, "a few", null)));
        Assert.Equal(["enter-a-count"], Refused(await here.LeaveOut(round, "-1", null)));
        Done(await here.LeaveOut(round, " 12 ", "Letter sent Oct 3"));

        Assert.Equal(new BasisNote("Letter sent Oct 3", 12), (await here.See(round)).BasisNote);
        var stale = await here.LeaveOut(round, "13", null, version: 1);
        Assert.IsType<Outcome<Nothing>.Conflicting>(stale);
    }

    [Theory, EachDatabase]
    public async Task Opening_the_round_keeps_the_count(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared(students: true);
        Done(await here.LeaveOut(round, "3", "Letter"));
        var version = (await here.See(round)).Version;
        var today = DateOnly.FromDateTime(here.Clock.GetUtcNow().UtcDateTime);

        Done(
            await here.In<OpenRound, Outcome<Nothing>>(use =>
                use.Do(
                    new OpenRound.Input(
                        round,
                        version,
                        today.AddDays(5),
                        today.AddDays(50),
                        StudentBasis.Notice,
                        today,
                        "Letter of Oct 3"
                    ),
                    here.By(here.Lead)
                )
            )
        );

        Assert.Equal(new BasisNote("Letter of Oct 3", 3), (await here.See(round)).BasisNote);
    }

    [Theory, EachDatabase]
    public async Task Where_no_student_is_asked_no_child_is_left_out(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();

        Assert.IsType<Outcome<Nothing>.Unknown>(await here.LeaveOut(round, "3", null));
    }
}

internal static class StudentWork
{
    public static Task<AskedRound?> Find(this TestWorkspace here, string code) =>
        here.In<RespondentQueries, AskedRound?>(
            null,
            null,
            use => use.Find(code, CancellationToken.None)
        );

    public static async Task<Outcome<Nothing>> LeaveOut(
        this TestWorkspace here,
        FeedbackRoundId round,
        string count,
        string? note,
        int? version = null
    )
    {
        var seen = version ?? (await here.See(round)).Version;
        return await here.In<RecordLeftOut, Outcome<Nothing>>(use =>
            use.Do(new RecordLeftOut.Input(round, seen, count, note), here.By(here.Lead))
        );
    }
}
