using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Throughline.Data;

namespace Throughline.Postgres;

/// <summary>How <c>bin/migrate-add</c> opens the context.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<ThroughlineDb>
{
    public ThroughlineDb CreateDbContext(string[] args)
    {
        var storage = new PostgresStorage("Host=localhost");
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        storage.Configure(options);
        return new ThroughlineDb(options.Options, storage);
    }
}
