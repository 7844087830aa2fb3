using System.Text;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>Gives out codes that ours allows, each once; the author's own wherever it is legal and free.</summary>
internal sealed class LegalCodes
{
    private const int Most = 40;
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <param name="stem">What stands in where nothing of the code is legal.</param>
    public string Give(string wanted, string stem)
    {
        var legal = Legal(wanted);
        var code = legal.Length > 0 ? legal : stem;
        for (var number = 2; !given.Add(code); number++)
        {
            var ending = $"-{number}";
            var head = legal.Length > 0 ? legal : stem;
            code = head[..Math.Min(head.Length, Most - ending.Length)].TrimEnd('-') + ending;
        }

        return code;
    }

    private static string Legal(string wanted)
    {
        var code = new StringBuilder();
        foreach (var letter in wanted)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                code.Append(letter);
            }
            else if (letter != '\'' && code.Length > 0 && code[^1] != '-')
            {
                code.Append('-');
            }
        }

        return code.ToString()[..Math.Min(Most, code.Length)].TrimEnd('-');
    }
}
