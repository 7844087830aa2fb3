using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Throughline.Sqlite;

/// <summary>
/// Makes the tables about the public ones whose rows lie in the order of their keys, which are random. An ordinary table numbers its
/// rows as they come, and the number would tell who answered, or was asked, after whom.
/// </summary>
public sealed class KeyOrderedTables(
    MigrationsSqlGeneratorDependencies dependencies,
    IRelationalAnnotationProvider annotations
) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly string[] Ordered = ["answer", "personal_ticket", "asked_person"];

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        if (!Ordered.Contains(operation.Name))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder
            .Append(" WITHOUT ROWID")
            .AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
