using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Throughline.Analysis.Selection;

/// <summary>
/// A pool, its quotas and the size of a panel, checked and put into one order, so that the order of the input changes nothing.
/// </summary>
public sealed class SelectionProblem
{
    private const char Between = '\u001f';
    private readonly Dictionary<string, int> typeOf = new(StringComparer.Ordinal);

    private SelectionProblem(
        int size,
        IReadOnlyList<Quota> quotas,
        IReadOnlyList<CandidateType> types,
        IReadOnlyList<PanelRow> rows
    )
    {
        Size = size;
        Quotas = quotas;
        Types = types;
        Rows = rows;
        for (var type = 0; type < types.Count; type++)
        {
            foreach (var id in types[type].Members)
            {
                typeOf.Add(id, type);
            }
        }

        Digest = DigestOf(this);
    }

    /// <summary>How many a panel has.</summary>
    public int Size { get; }

    /// <summary>By category, then feature, in ordinal order.</summary>
    public IReadOnlyList<Quota> Quotas { get; }

    public IReadOnlyList<CandidateType> Types { get; }

    /// <summary>The quotas, then who is never together.</summary>
    public IReadOnlyList<PanelRow> Rows { get; }

    /// <summary>SHA-256, in hexadecimal, of everything above: two problems with one digest are the same.</summary>
    public string Digest { get; }

    public int Candidates => typeOf.Count;

    /// <summary>All ids, in ordinal order.</summary>
    public IEnumerable<string> Ids => typeOf.Keys.Order(StringComparer.Ordinal);

    public bool Has(string id) => typeOf.ContainsKey(id);

    /// <summary>The position in <see cref="Types"/>.</summary>
    public int TypeOf(string id) => typeOf[id];

    /// <summary>Checks and orders the input. Time grows with candidates × quotas.</summary>
    /// <exception cref="InputRefusedException">
    /// An id twice or blank, a candidate without a value or with one that has no quota, a quota twice or with bounds that cross or are
    /// negative, a weight that is not above zero, a size below one or above the pool's, a rule about somebody who is not in the pool.
    /// </exception>
    public static SelectionProblem Of(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Quota> quotas,
        int size,
        SelectionRules? rules = null
    )
    {
        rules ??= SelectionRules.None;
        SelectionInput.Check(candidates, quotas, size, rules);
        var ordered = quotas
            .OrderBy(quota => quota.Category, StringComparer.Ordinal)
            .ThenBy(quota => quota.Feature, StringComparer.Ordinal)
            .ToList();
        var apart = rules
            .NeverTogether.Select(group =>
                group.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
            )
            .Where(group => group.Count > 1)
            .OrderBy(group => string.Join(Between, group), StringComparer.Ordinal)
            .ToList();
        var categories = ordered.Select(quota => quota.Category).Distinct().ToList();
        var must = rules.MustHave.ToHashSet(StringComparer.Ordinal);
        var types = candidates
            .GroupBy(candidate => KeyOf(candidate, categories, must, apart), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CandidateType(
                [.. group.Select(candidate => candidate.Id).Order(StringComparer.Ordinal)],
                categories.ToDictionary(
                    category => category,
                    category => group.First().Features[category],
                    StringComparer.Ordinal
                ),
                group.First().Weight,
                must.Contains(group.First().Id)
            ))
            .ToList();
        var rows = ordered
            .Select(quota => new PanelRow(
                $"{quota.Category} = {quota.Feature}",
                quota,
                quota.Min,
                quota.Max,
                Where(types, type => type.Features[quota.Category] == quota.Feature)
            ))
            .Concat(
                apart.Select(group => new PanelRow(
                    $"never together: {string.Join(", ", group)}",
                    null,
                    0,
                    1,
                    Where(types, type => group.Contains(type.Members[0]))
                ))
            );
        return new SelectionProblem(size, ordered, types, [.. rows]);
    }

    private static string KeyOf(
        Candidate candidate,
        IEnumerable<string> categories,
        HashSet<string> must,
        List<List<string>> apart
    ) =>
        string.Join(
            Between,
            categories
                .Select(category => candidate.Features[category])
                .Append(candidate.Weight.ToString("R", CultureInfo.InvariantCulture))
                .Append(must.Contains(candidate.Id) ? "must" : "")
                .Concat(apart.Select(group => group.Contains(candidate.Id) ? "1" : "0"))
        );

    private static int[] Where(List<CandidateType> types, Func<CandidateType, bool> holds) =>
        [.. Enumerable.Range(0, types.Count).Where(type => holds(types[type]))];

    private static string DigestOf(SelectionProblem problem)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{problem.Size}\n");
        foreach (var row in problem.Rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Name}{Between}{row.Min}{Between}{row.Max}\n"
            );
        }

        foreach (var type in problem.Types)
        {
            text.AppendJoin(
                Between,
                type.Features.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Between}{type.Weight:R}{Between}{type.MustHave}\n"
            );
            text.AppendJoin(Between, type.Members).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
