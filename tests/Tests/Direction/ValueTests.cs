using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Process.Content;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

public sealed class ValueTests
{
    private static readonly string[] Codes =
    [
        .. new ContentFolder(Repository.Content)
            .RationaleValues("en")
            .Values.Select(value => value.Code),
    ];

    [Theory, EachDatabase]
    public async Task Members_rank_alone_and_the_spread_shows_best_middle_and_worst(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        string[] turned = [.. Codes.Reverse()];
        string[] swapped = [Codes[1], Codes[0], .. Codes[2..]];
        var members = new[] { Codes, turned, swapped };
        for (var i = 0; i < members.Length; i++)
        {
            var member = await here.AddPerson($"m{i}@marlowfalls.example", $"Member {i}");
            (await Rank(here, member, members[i])).Done();
        }

        var seen = await here.In<ValueQueries, ValuesView>(read => read.For(here.Lead, "en"));

        Assert.Equal((3, 7), (seen.Members, seen.Values.Count));
        Assert.Empty(seen.Own);
        Assert.Equal(
            (1, 2m, 7),
            (seen.Values[0].Best, seen.Values[0].Median, seen.Values[0].Worst)
        );
        Assert.Contains("Santo", seen.Attribution, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_member_may_rank_again_and_counts_once(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await Rank(here, here.Lead, Codes)).Done();
        (await Rank(here, here.Lead, [.. Codes.Reverse()])).Done();

        var seen = await here.In<ValueQueries, ValuesView>(read => read.For(here.Lead, "en"));

        Assert.Equal(1, seen.Members);
        Assert.Equal(Codes.Reverse(), seen.Own);
    }

    [Theory, EachDatabase]
    public async Task The_team_has_one_order_and_a_second_writer_is_told(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await Rank(here, here.Lead, Codes, team: true)).Done();

        (await Rank(here, here.Lead, [.. Codes.Reverse()], team: true)).Conflicted();
        (await Rank(here, here.Lead, [.. Codes.Reverse()], team: true, version: 1)).Done();

        var seen = await here.In<ValueQueries, ValuesView>(read => read.For(here.Lead, "en"));
        Assert.Equal(0, seen.Members);
        Assert.Equal(Codes.Reverse(), seen.InTeamOrder.Select(value => value.Code));
    }

    [Theory, EachDatabase]
    public async Task Every_value_takes_a_place_of_its_own(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        var missing = (await Rank(here, here.Lead, Codes[1..])).Refused();
        var twice = (
            await here.In<RankValues, Outcome<Nothing>>(use =>
                use.Do(
                    new RankValues.Input
                    {
                        Places = Codes.ToDictionary(code => code, _ => (int?)1),
                    },
                    here.By(here.Lead)
                )
            )
        ).Refused();

        Assert.Equal("direction.refusal.rank-each", Assert.Single(missing).Sentence.Key);
        Assert.Equal(DirectionSentences.RankOnce, Assert.Single(twice).Sentence);
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 3 }, 3.0)]
    [InlineData(new[] { 7, 1 }, 4.0)]
    [InlineData(new[] { 1, 2, 7 }, 2.0)]
    [InlineData(new[] { 2, 1, 4, 3 }, 2.5)]
    public void The_median_is_the_middle_place(int[] places, double? expected) =>
        Assert.Equal((decimal?)expected, ValueQueries.MedianOf(places));

    private static Task<Outcome<Nothing>> Rank(
        TestWorkspace here,
        PersonId who,
        string[] order,
        bool team = false,
        int version = 0
    ) =>
        here.In<RankValues, Outcome<Nothing>>(use =>
            use.Do(
                new RankValues.Input
                {
                    Places = order
                        .Select((code, i) => (code, i))
                        .ToDictionary(pair => pair.code, pair => (int?)pair.i + 1),
                    Team = team,
                    Version = version,
                },
                here.By(who)
            )
        );
}
