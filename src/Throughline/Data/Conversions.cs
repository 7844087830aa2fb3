using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughline.Kernel;

namespace Throughline.Data;

public sealed class IdConverter<T>()
    : ValueConverter<T, Guid>(id => id.Value, value => Id.Of<T>(value))
    where T : struct, IId<T>;

/// <summary>Times are stored in UTC and come back as UTC: SQLite keeps no kind, PostgreSQL insists on one.</summary>
public sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Utc ? time : DateTime.SpecifyKind(time, DateTimeKind.Utc),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc)
    );

public static class SnakeCase
{
    /// <summary><c>OrgCode</c> is <c>org_code</c>; a run of capitals stays together.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (
                char.IsUpper(name[i])
                && i > 0
                && (
                    !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))
                )
            )
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
