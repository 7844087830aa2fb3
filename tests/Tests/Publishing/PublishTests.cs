using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Publishing;
using Throughline.Publishing.Tree;
using Throughline.Testing;

namespace Throughline.Tests.Publishing;

public sealed class PublishTests
{
    [Theory, EachDatabase]
    public async Task A_published_version_stays_as_it_was_whatever_is_written_afterwards(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        await here.Fill("First words.");
        PublishingBed.Done(await here.Publish(1));
        var before = await here.Version(1);

        PublishingBed.Done(
            await here.In<WriteVision, Outcome<int>>(use =>
                use.Do(new WriteVision.Input("Other words.", 1), here.By(here.Lead))
            )
        );
        here.Clock.Advance(TimeSpan.FromDays(2));
        PublishingBed.Done(await here.Publish(2));
        var after = await here.Version(1);

        Assert.Equal(before.Body, after.Body);
        Assert.Equal(before.Tree.ToArray(), after.Tree.ToArray());
        Assert.Contains("First words.", after.Body);
        Assert.Contains("Other words.", (await here.Version(2)).Body);
        Assert.Equal(2, (await here.Version(2)).Document.Version);
    }

    [Theory, EachDatabase]
    public async Task The_same_form_sent_twice_publishes_once(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        Assert.Equal(1, PublishingBed.Done(await here.Publish(1)));
        Assert.Equal(1, PublishingBed.Done(await here.Publish(1)));

        Assert.Single(
            await here.In<PublishedQueries, IReadOnlyList<PublishedLine>>(use => use.All())
        );
        Assert.IsType<Outcome<int>.Refused>(await here.Publish(1, "Another title"));
        Assert.IsType<Outcome<int>.Refused>(await here.Publish(5));
    }

    [Fact]
    public async Task A_title_is_needed_and_is_one_line()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);

        Assert.IsType<Outcome<int>.Refused>(await here.Publish(1, " \u202e\0 "));
        Assert.IsType<Outcome<int>.Refused>(await here.Publish(1, new string('x', 201)));
        PublishingBed.Done(await here.Publish(1, "A\r\nSubject: other\0"));

        Assert.Equal("A Subject: other", (await here.Version(1)).Line.Title);
    }

    [Fact]
    public async Task A_withdrawn_version_says_why_and_is_not_read_any_more()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Fill();
        PublishingBed.Done(await here.Publish(1));

        Assert.IsType<Outcome<Nothing>.Refused>(await Withdraw(here, " "));
        PublishingBed.Done(await Withdraw(here, "A name stood in it."));

        var gone = await here.Version(1);
        Assert.Equal("A name stood in it.", gone.Line.WithdrawnWhy);
        Assert.Empty(gone.Body);
        Assert.True(gone.Tree.IsEmpty);
    }

    [Theory, EachDatabase]
    public async Task A_reader_from_outside_finds_nothing_where_nothing_is_published(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var (other, _) = await here.AddDistrict("other", here.Lead);
        PublishingBed.Done(await here.Publish(1));

        Assert.Null(await Outside(here, "nowhere"));
        Assert.Null(await Outside(here, "other"));
        var found = await Outside(here, "marlow-falls");
        Assert.Equal(1, found!.Latest!.Number);
        Assert.NotEqual(other, found.District.Id);
    }

    private static Task<Outcome<Nothing>> Withdraw(TestWorkspace here, string why) =>
        here.In<WithdrawPlan, Outcome<Nothing>>(use =>
            use.Do(new WithdrawPlan.Input(1, why), here.By(here.Lead))
        );

    private static Task<PublicDistrict?> Outside(TestWorkspace here, string slug) =>
        here.In<PublishedQueries, PublicDistrict?>(null, null, use => use.Enter(slug));
}
