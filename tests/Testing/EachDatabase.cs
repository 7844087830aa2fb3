using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Throughline.Testing;

/// <summary>The test runs once on SQLite and once on PostgreSQL; its first parameter is the <see cref="DatabaseKind"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow(DatabaseKind.Sqlite),
            new TheoryDataRow(DatabaseKind.Postgres),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
