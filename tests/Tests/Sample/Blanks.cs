using System.Collections;
using System.Reflection;

namespace Throughline.Tests.Sample;

/// <summary>Walks view records and names the fields that say nothing.</summary>
internal static class Blanks
{
    public static IEnumerable<string> In(object? thing, string path = "")
    {
        switch (thing)
        {
            case null:
            case string text when string.IsNullOrWhiteSpace(text):
                yield return path;
                break;
            case string:
                break;
            case IEnumerable list:
                foreach (var blank in list.Cast<object?>().SelectMany(one => In(one, path)))
                {
                    yield return blank;
                }

                break;
            case var record
                when record.GetType().Namespace?.StartsWith("Throughline", StringComparison.Ordinal)
                    == true
                    && !record.GetType().IsEnum:
                foreach (
                    var field in record
                        .GetType()
                        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                )
                {
                    foreach (
                        var blank in In(
                            field.GetValue(record),
                            $"{record.GetType().Name}.{field.Name}"
                        )
                    )
                    {
                        yield return blank;
                    }
                }

                break;
            default:
                break;
        }
    }

    public static IEnumerable<string> TextsIn(object? thing) =>
        thing switch
        {
            string text => [text],
            null => [],
            IEnumerable list => list.Cast<object?>().SelectMany(TextsIn),
            _ when thing.GetType().Namespace?.StartsWith("Throughline", StringComparison.Ordinal)
                    == true
                    && !thing.GetType().IsEnum => thing
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .SelectMany(field => TextsIn(field.GetValue(thing))),
            _ => [],
        };
}
