using System.Globalization;
using System.Text;

namespace Throughline.Directory;

public static class SearchText
{
    /// <summary>Lower case, without accents, single spaces: "École  Élémentaire" is found by "ecole elementaire".</summary>
    public static string Of(params IEnumerable<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            foreach (var letter in part!.Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                {
                    continue;
                }

                if (!char.IsWhiteSpace(letter))
                {
                    text.Append(char.ToLowerInvariant(letter));
                }
                else if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
