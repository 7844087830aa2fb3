using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Throughline.Data;

namespace Throughline.Tests.Storage;

public sealed class WarmingQueryTests
{
    [Fact]
    public async Task A_query_is_interpreted_until_it_is_common_and_answers_the_same_afterwards()
    {
        var thing = new object();
        Expression<Func<QueryContext, (object Thing, bool IsInterpreted)>> written = _ =>
            ValueTuple.Create(thing, IsInterpreted());
        var ask = WarmingQuery<(object Thing, bool IsInterpreted)>.Of(written);

        var first = Enumerable.Range(0, 15).Select(_ => ask(null!)).ToList();
        Assert.All(first, answer => Assert.Equal((thing, true), answer));

        for (var tries = 0; ask(null!).IsInterpreted; tries++)
        {
            Assert.True(tries < 500, "It was never compiled.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal((thing, false), ask(null!));
    }

    /// <summary>Whether the caller is run step by step; called from within the query, it sees by whom the query is run.</summary>
    public static bool IsInterpreted() =>
        Environment.StackTrace.Contains(
            "System.Linq.Expressions.Interpreter",
            StringComparison.Ordinal
        );
}
