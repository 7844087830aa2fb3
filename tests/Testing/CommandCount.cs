using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;

namespace Throughline.Testing;

/// <summary>Counts the commands that reach the database: the same work can be told from less work without a stopwatch.</summary>
public sealed class CommandCount : DbCommandInterceptor
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public void Reset() => Interlocked.Exchange(ref count, 0);

    public void Watch(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IDbContextOptionsConfiguration<ThroughlineDb>>(
            new Configuration(this)
        );

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        // The outbox is looked into all the time, by a service of its own.
        if (
            !command.CommandText.Contains("closed_at", StringComparison.Ordinal)
            || command.CommandText.Contains("INSERT", StringComparison.OrdinalIgnoreCase)
        )
        {
            Interlocked.Increment(ref count);
        }

        return ValueTask.FromResult(result);
    }

    private sealed class Configuration(CommandCount counter)
        : IDbContextOptionsConfiguration<ThroughlineDb>
    {
        public void Configure(
            IServiceProvider serviceProvider,
            DbContextOptionsBuilder optionsBuilder
        ) => optionsBuilder.AddInterceptors(counter);
    }
}
