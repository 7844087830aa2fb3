using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Throughline.Data;

/// <summary>
/// A query that is interpreted until it has been asked often enough to be worth compiling, which then happens beside the requests.
/// Most are asked a few times by a command, or by a page in its first hour, and compiling one takes as long as thousands of rows.
/// </summary>
public sealed class WarmingQuery<TResult>
{
    private const int OftenEnough = 16;

    private Expression<Func<QueryContext, TResult>>? written;
    private volatile Func<QueryContext, TResult> run;
    private int asked;

    private WarmingQuery(Expression<Func<QueryContext, TResult>> query)
    {
        written = query;
        run = query.Compile(preferInterpretation: true);
    }

    public static Func<QueryContext, TResult> Of(Expression<Func<QueryContext, TResult>> query) =>
        new WarmingQuery<TResult>(query).Ask;

    private TResult Ask(QueryContext context)
    {
        if (Interlocked.Increment(ref asked) == OftenEnough)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static query => query.Compile(), this, false);
        }

        return run(context);
    }

    private void Compile()
    {
        run = written!.Compile();
        written = null;
    }
}
