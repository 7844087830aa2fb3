using Throughline.Kernel;

namespace Throughline.People;

/// <summary>One person to invite, with the line it stood on.</summary>
public sealed record AddressLine(int Line, string Typed, string Name, string Email);

/// <summary>
/// Addresses as people have them: one a line, several with commas or semicolons, "Ana Ruiz &lt;ana@…&gt;" from a mail program, or rows
/// pasted from a sheet with the name and the address in cells of their own.
/// </summary>
public static class AddressList
{
    public const int MaxLength = 30_000;

    public static (List<AddressLine> Lines, List<Refusal> Refusals) Read(string? text, string field)
    {
        var (lines, refusals) = (new List<AddressLine>(), new List<Refusal>());
        var number = 0;
        foreach (var row in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            foreach (var (typed, name, email) in Entries(row))
            {
                if (
                    EmailAddress.TryRead(email, out var address)
                    && name.Length <= PersonName.MaxLength
                )
                {
                    lines.Add(new AddressLine(number, typed, name, address));
                }
                else
                {
                    refusals.Add(
                        Outcome.Refused(PeopleSentences.LineIsNoAddress(number, typed), field)
                    );
                }
            }
        }

        return (lines, refusals);
    }

    private static IEnumerable<(string Typed, string Name, string Email)> Entries(string row)
    {
        var cells = row.Split(
            '\t',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (cells.Length > 1 && Array.FindIndex(cells, IsLikeAnAddress) is >= 0 and var at)
        {
            // A row of a sheet: the cell with an @ is the address, the first other cell the name.
            var name = cells.Where((_, index) => index != at).FirstOrDefault() ?? "";
            yield return (row, PersonName.Clean(name), cells[at]);
            yield break;
        }

        foreach (
            var entry in row.Split(
                [',', ';', '\t'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var open = entry.IndexOf('<', StringComparison.Ordinal);
            yield return open >= 0 && entry.EndsWith('>')
                ? (entry, PersonName.Clean(entry[..open].Trim(' ', '"')), entry[(open + 1)..^1])
                : (entry, "", entry);
        }
    }

    private static bool IsLikeAnAddress(string cell) =>
        cell.Contains('@', StringComparison.Ordinal);
}
