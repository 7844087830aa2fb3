using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Postgres;

/// <summary>
/// The fourth wall, written from the model so that no table is forgotten: the role that serves owns nothing and sees, in every
/// table of districts, only the rows of the district that its transaction was told.
/// </summary>
public static class RowLevelSecurity
{
    private const string History = "__EFMigrationsHistory";

    public static async Task Apply(
        ThroughlineDb db,
        NpgsqlConnection owner,
        string role,
        CancellationToken cancel
    )
    {
        var server = Sql.Quoted(role);
        var sql = new StringBuilder("begin;\nset local lock_timeout = '30s';\n");
        sql.AppendLine($"grant usage on schema public to {server};");
        sql.AppendLine($"grant select on {Sql.Quoted(History)} to {server};");
        foreach (var table in Tables(db))
        {
            var name = Sql.Quoted(table.Name);
            sql.AppendLine($"grant select, insert, update, delete on {name} to {server};");
            if (table.Policy is not { } policy)
            {
                continue;
            }

            sql.AppendLine($"alter table {name} enable row level security;");
            sql.AppendLine($"alter table {name} force row level security;");
            sql.AppendLine($"drop policy if exists district on {name};");
            sql.AppendLine($"create policy district on {name} {policy};");
            sql.AppendLine($"comment on policy district on {name} is '{Mark(policy)}';");
            // Row security is forced on the owner too; migrations and backups have to see every row, and only the owner may.
            sql.AppendLine($"drop policy if exists owner on {name};");
            sql.AppendLine(
                $"create policy owner on {name} to current_user using (true) with check (true);"
            );
        }

        await owner.Run(sql.Append("commit;").ToString(), cancel);
    }

    /// <summary>What <see cref="Apply"/> would mend, in sentences.</summary>
    public static async Task<IReadOnlyList<string>> Missing(
        ThroughlineDb db,
        NpgsqlConnection connection,
        string role,
        CancellationToken cancel
    )
    {
        var problems = new List<string>();
        foreach (var table in Tables(db))
        {
            var state = await connection.One<string>(
                """
                select concat_ws(',',
                  case when c.relrowsecurity and c.relforcerowsecurity then 'forced' end,
                  case when (select bool_and(has_table_privilege($2, c.oid, p)) from unnest(array['select','insert','update','delete']) p)
                    and has_schema_privilege($2, c.relnamespace, 'usage') then 'granted' end,
                  (select obj_description(p.oid, 'pg_policy') from pg_policy p where p.polrelid = c.oid and p.polname = 'district'),
                  (select 'owner' from pg_policy p where p.polrelid = c.oid and p.polname = 'owner'),
                  (select 'strange' from pg_policy p where p.polrelid = c.oid and p.polname not in ('district', 'owner') limit 1))
                from (select to_regclass($1) as it) t left join pg_class c on c.oid = t.it
                """,
                cancel,
                "public." + Sql.Quoted(table.Name),
                role
            );
            var wanted = table.Policy is { } policy
                ? $"forced,granted,{Mark(policy)},owner"
                : "granted";
            if (state != wanted)
            {
                problems.Add(
                    $"Row-level security or grants of the table {table.Name} are not as they must be (found “{state}”). Run throughline migrate with THROUGHLINE_POSTGRES_OWNER."
                );
            }
        }

        return problems;
    }

    private static IEnumerable<(string Name, string? Policy)> Tables(ThroughlineDb db) =>
        from entity in db.Model.GetEntityTypes()
        let name = entity.GetTableName()
        orderby name
        select (name, PolicyOf(entity.ClrType));

    private static string? PolicyOf(Type entity)
    {
        const string Here =
            "district_id = nullif(current_setting('throughline.district', true), '')::uuid";
        const string Own =
            "person_id = nullif(current_setting('throughline.person', true), '')::uuid";
        return entity == typeof(Membership) ? $"using ({Here} or {Own}) with check ({Here})"
            : entity.IsAssignableTo(typeof(IDistrictOwned)) ? $"using ({Here}) with check ({Here})"
            : null;
    }

    /// <summary>Written beside the policy, so that a policy of an earlier version is seen to be one.</summary>
    private static string Mark(string policy) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(policy)))[..16];
}
