using System.Text;

namespace Throughline.Directory;

public static class Slug
{
    private static readonly string[] Common =
    [
        "public-schools",
        "school-district",
        "regional-school-district",
        "district",
        "schools",
    ];

    /// <summary>A district's name in addresses: "Abington Public Schools" is <c>abington</c>; never empty.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in SearchText.Of(name).TrimEnd())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        foreach (var ending in Common.OrderByDescending(ending => ending.Length))
        {
            if (text.EndsWith("-" + ending, StringComparison.Ordinal))
            {
                text = text[..^(ending.Length + 1)];
                break;
            }
        }

        return text.Length == 0 ? "district" : text[..Math.Min(60, text.Length)].Trim('-');
    }
}
