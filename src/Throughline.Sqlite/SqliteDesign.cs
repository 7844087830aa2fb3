using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Throughline.Data;

namespace Throughline.Sqlite;

/// <summary>How <c>bin/migrate-add</c> opens the context.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<ThroughlineDb>
{
    public ThroughlineDb CreateDbContext(string[] args)
    {
        var storage = new SqliteStorage("design.db");
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        storage.Configure(options);
        return new ThroughlineDb(options.Options, storage);
    }
}
