using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Throughline.App.Design;

/// <summary>The order in which a form's fields stand: that of the properties of its input record.</summary>
sealed class PageOrder(ModelMetadata page) : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        var (first, second) = (Places(x ?? ""), Places(y ?? ""));
        for (var i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            if (first[i] != second[i])
            {
                return first[i].CompareTo(second[i]);
            }
        }

        return first.Count.CompareTo(second.Count);
    }

    List<int> Places(string name)
    {
        var places = new List<int>();
        var current = page;
        foreach (var part in name.Split('.', '['))
        {
            if (int.TryParse(part.TrimEnd(']'), out var index))
            {
                places.Add(index);
                current = current?.ElementMetadata;
                continue;
            }

            var at = current is null ? -1 : IndexOf(current, part);
            places.Add(at);
            current = at < 0 ? null : current!.Properties[at];
        }

        return places;
    }

    static int IndexOf(ModelMetadata of, string name)
    {
        for (var i = 0; i < of.Properties.Count; i++)
        {
            if (
                string.Equals(
                    of.Properties[i].PropertyName,
                    name,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                return i;
            }
        }

        return -1;
    }
}
