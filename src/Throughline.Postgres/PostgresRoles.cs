using Npgsql;
using Throughline.Data;

namespace Throughline.Postgres;

/// <summary>Two roles: one owns the tables and migrates, the other serves and is bound by row-level security.</summary>
internal static class PostgresRoles
{
    private const string TwoConnections =
        "Two connection strings are needed: THROUGHLINE_POSTGRES of a role that only serves (create role throughline_app login password '…'), "
        + "and THROUGHLINE_POSTGRES_OWNER of the role that owns the tables, for migrations and backups. See docs/operate/running.md.";

    private const string Ours =
        "from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'";

    public static async Task RefuseAboveRowSecurity(
        NpgsqlConnection server,
        CancellationToken cancel
    )
    {
        var role = await server.One<string>("select current_user::text", cancel);
        var why = await server.One<string>(
            $"""
            select case
              when rolsuper then 'is a superuser'
              when rolbypassrls then 'has BYPASSRLS'
              when exists (select 1 {Ours} and pg_has_role(current_user, c.relowner, 'MEMBER')) then 'owns the tables'
              else '' end
            from pg_roles where rolname = current_user
            """,
            cancel
        );
        if (why.Length > 0)
        {
            throw new StorageRefused(
                $"The role {role} of THROUGHLINE_POSTGRES {why}, so PostgreSQL would not keep the districts apart, and nothing is served. {TwoConnections}"
            );
        }
    }

    public static async Task RefuseWithoutMaking(
        NpgsqlConnection owner,
        string migration,
        CancellationToken cancel
    )
    {
        if (
            !await owner.One<bool>(
                "select has_schema_privilege(current_user, 'public', 'create')",
                cancel
            )
        )
        {
            throw new StorageRefused(
                $"The database needs the migration {migration}, and the role {await owner.One<string>("select current_user::text", cancel)} may not make tables. Nothing was changed. {TwoConnections}"
            );
        }
    }

    public static async Task RefuseWithoutOwning(NpgsqlConnection owner, CancellationToken cancel)
    {
        var foreign = await owner.Column(
            $"select c.relname::text {Ours} and not pg_has_role(current_user, c.relowner, 'USAGE')",
            cancel
        );
        if (foreign.Count > 0)
        {
            throw new StorageRefused(
                $"Row-level security or grants are missing, and the role {await owner.One<string>("select current_user::text", cancel)} does not own the table {foreign[0]} and cannot set them. Nothing was changed. {TwoConnections}"
            );
        }
    }
}
