using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Postgres;

/// <summary>
/// The fourth wall, written from the model so that no table is forgotten: the role that serves owns nothing and sees, in every
/// table of districts, only the rows of the district that its transaction was told.
/// </summary>
public static class RowLevelSecurity
{
    public static Task Apply(ThroughlineDb db, string role, CancellationToken cancel)
    {
        var sql = new StringBuilder();
        var quoted = '"' + role.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        sql.AppendLine($"grant usage on schema public to {quoted};");
        sql.AppendLine(
            $"grant select, insert, update, delete on all tables in schema public to {quoted};"
        );
        foreach (
            var entity in db
                .Model.GetEntityTypes()
                .Where(type => type.ClrType.IsAssignableTo(typeof(IDistrictOwned)))
        )
        {
            var table = entity.GetTableName();
            var here =
                "district_id = nullif(current_setting('throughline.district', true), '')::uuid";
            var own = "person_id = nullif(current_setting('throughline.person', true), '')::uuid";
            var seen = entity.ClrType == typeof(Membership) ? $"{here} or {own}" : here;
            sql.AppendLine($"alter table \"{table}\" enable row level security;");
            sql.AppendLine($"alter table \"{table}\" force row level security;");
            sql.AppendLine($"drop policy if exists district on \"{table}\";");
            sql.AppendLine(
                $"create policy district on \"{table}\" using ({seen}) with check ({here});"
            );
        }

        return db.Database.ExecuteSqlRawAsync(sql.ToString(), cancel);
    }
}
