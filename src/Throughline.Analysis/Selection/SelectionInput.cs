namespace Throughline.Analysis.Selection;

/// <summary>What a pool and its quotas must be before anything is calculated, each complaint a sentence.</summary>
internal static class SelectionInput
{
    public static void Check(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Quota> quotas,
        int size,
        SelectionRules rules
    )
    {
        CheckQuotas(quotas);
        CheckPool(candidates, quotas);
        if (size < 1 || size > candidates.Count)
        {
            throw new InputRefusedException(
                $"A panel of {size} cannot be chosen from {candidates.Count} candidates: the size must be from 1 to {candidates.Count}."
            );
        }

        var known = candidates.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in rules.MustHave.Concat(rules.NeverTogether.SelectMany(group => group)))
        {
            if (!known.Contains(id))
            {
                throw new InputRefusedException(
                    $"A rule names “{id}”, who is not in the pool. Correct the id or leave the rule out."
                );
            }
        }
    }

    private static void CheckQuotas(IReadOnlyList<Quota> quotas)
    {
        if (quotas.Count == 0)
        {
            throw new InputRefusedException("There are no quotas. Give at least one category.");
        }

        var seen = new HashSet<(string, string)>();
        foreach (var quota in quotas)
        {
            var name = $"The quota of {quota.Category} = {quota.Feature}";
            if (!seen.Add((quota.Category, quota.Feature)))
            {
                throw new InputRefusedException($"{name} stands there twice.");
            }

            if (quota.Min < 0 || quota.Max < quota.Min)
            {
                throw new InputRefusedException(
                    $"{name} is from {quota.Min} to {quota.Max}: the least must not be negative or above the most."
                );
            }
        }
    }

    private static void CheckPool(IReadOnlyList<Candidate> candidates, IReadOnlyList<Quota> quotas)
    {
        var features = quotas
            .GroupBy(quota => quota.Category, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(quota => quota.Feature).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (string.IsNullOrWhiteSpace(candidate.Id) || !seen.Add(candidate.Id))
            {
                throw new InputRefusedException(
                    $"The id “{candidate.Id}” is blank or stands in the pool twice."
                );
            }

            if (!double.IsFinite(candidate.Weight) || candidate.Weight <= 0)
            {
                throw new InputRefusedException(
                    $"The weight of “{candidate.Id}” is {candidate.Weight}; a number above zero is expected."
                );
            }

            foreach (var (category, known) in features)
            {
                if (
                    !candidate.Features.TryGetValue(category, out var feature)
                    || !known.Contains(feature)
                )
                {
                    throw new InputRefusedException(
                        $"“{candidate.Id}” has {category} = “{feature}”, for which there is no quota. Add the quota or correct the value."
                    );
                }
            }
        }
    }
}
