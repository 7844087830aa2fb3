namespace Throughline.Analysis.Selection;

/// <summary>What a check of a certificate found.</summary>
/// <param name="Problems">Every thing that does not hold, as a sentence; none where it all holds.</param>
/// <param name="Slack">The most that any level's proof leaves open, as a probability divided by weight.</param>
public sealed record CertificateFindings(IReadOnlyList<string> Problems, double Slack)
{
    public bool Holds => Problems.Count == 0;
}

/// <summary>
/// Checks a certificate by itself: additions and comparisons on what the certificate says, and for cuts an enumeration of its own. It
/// uses no solver and none of the code that made the lottery.
/// <para>
/// Checked: every panel has k members and meets every row; the chances add up to 1; the probabilities follow from them; each level's
/// value is reached by its types and by everyone above, and no lottery that keeps the lower levels can give all the open types more,
/// nor a settled type more, by weak duality; every cut holds for every panel. Taken as given: that the rows and types are those of the
/// pool and quotas, which <see cref="SelectionProblem.Digest"/> settles for whoever has the files. Rounding of double precision is
/// allowed for by 10⁻⁷ in each bound.
/// </para>
/// </summary>
public sealed class CertificateCheck
{
    private const double Tolerance = 1e-7;
    private const double SettledWithin = 1e-5;
    private readonly Certificate certificate;
    private readonly List<string> problems = [];
    private double slack;

    private CertificateCheck(Certificate certificate) => this.certificate = certificate;

    public static CertificateFindings Of(Certificate certificate)
    {
        var check = new CertificateCheck(certificate);
        if (check.ShapeIsRight())
        {
            check.CheckPanels();
            check.CheckCuts();
            check.CheckLevels();
            check.CheckGoldilocks();
        }

        return new CertificateFindings(check.problems, check.slack);
    }

    private int Types => certificate.Types.Count;

    private bool Complain(bool wrong, string sentence)
    {
        if (wrong)
        {
            problems.Add(sentence);
        }

        return wrong;
    }

    private bool ShapeIsRight()
    {
        var members = certificate.Types.SelectMany(type => type.Members).ToList();
        Complain(
            members.Distinct(StringComparer.Ordinal).Count() != members.Count
                || certificate.Types.Any(type => type.Members.Count == 0 || !(type.Weight > 0)),
            "A candidate stands in two types, or a type is empty or has no weight."
        );
        Complain(
            certificate.Rows.Any(row =>
                row.Types.Any(type => type < 0 || type >= Types)
                || row.Types.Distinct().Count() != row.Types.Count
            ),
            "A row names a type that is not there, or one twice."
        );
        if (problems.Count > 0)
        {
            return false;
        }

        foreach (var row in certificate.Rows.Where(row => row.Quota is not null))
        {
            var named = Enumerable
                .Range(0, Types)
                .Where(type =>
                    certificate.Types[type].Features.TryGetValue(row.Quota!.Category, out var value)
                    && value == row.Quota.Feature
                );
            Complain(
                !named.SequenceEqual(row.Types.Order())
                    || row.Min != row.Quota!.Min
                    || row.Max != row.Quota.Max,
                $"The row “{row.Name}” is not the quota that it names."
            );
        }

        Complain(
            certificate.Probabilities.Count != Types
                || certificate.Probabilities.Any(p => !(p >= 0 && p <= 1 + Tolerance)),
            "There is not one probability from 0 to 1 for each type."
        );
        Complain(
            certificate.Panels.Count == 0
                || certificate.Panels.Any(panel =>
                    panel.Seats.Any(type => type < 0 || type >= Types) || !(panel.Chance >= 0)
                ),
            "A panel names a type that is not there, or its chance is below zero."
        );
        Complain(
            certificate.Cuts.Any(cut =>
                cut.Weights.Count != Types || cut.Rows.Count != certificate.Rows.Count
            )
                || certificate
                    .Levels.Select(level => level.Proof)
                    .Append(certificate.Goldilocks?.Proof)
                    .Any(proof => proof is not null && !Fits(proof)),
            "A proof has not one number for each type, row and cut."
        );
        return problems.Count == 0;
    }

    private bool Fits(Multipliers proof) =>
        proof.Types.Count == Types
        && proof.Rows.Count == certificate.Rows.Count
        && proof.Cuts.Count == certificate.Cuts.Count
        && proof
            .Types.Concat(proof.Rows)
            .Concat(proof.Cuts)
            .Append(proof.Size)
            .All(double.IsFinite);

    private void CheckPanels()
    {
        var expected = new double[Types];
        var total = 0d;
        for (var at = 0; at < certificate.Panels.Count; at++)
        {
            var panel = certificate.Panels[at];
            var counts = new int[Types];
            foreach (var type in panel.Seats)
            {
                counts[type]++;
                expected[type] += panel.Chance / certificate.Types[type].Members.Count;
            }

            total += panel.Chance;
            Complain(
                panel.Seats.Count != certificate.Size,
                $"Panel {at} has {panel.Seats.Count} members instead of {certificate.Size}."
            );
            for (var type = 0; type < Types; type++)
            {
                var (count, members) = (counts[type], certificate.Types[type].Members.Count);
                Complain(
                    count > members || (certificate.Types[type].MustHave && count < members),
                    $"Panel {at} has {count} of the {members} of type {type}."
                );
            }

            foreach (var row in certificate.Rows)
            {
                var sum = row.Types.Sum(type => counts[type]);
                Complain(
                    sum < row.Min || sum > row.Max,
                    $"Panel {at} has {sum} of “{row.Name}”, where {row.Min} to {row.Max} are asked."
                );
            }
        }

        Complain(Math.Abs(total - 1) > 1e-9, $"The chances of the panels add up to {total}.");
        for (var type = 0; type < Types; type++)
        {
            Complain(
                Math.Abs(expected[type] - certificate.Probabilities[type]) > 1e-9,
                $"Type {type} has the probability {certificate.Probabilities[type]}, but the panels give it {expected[type]}."
            );
        }
    }

    private void CheckCuts()
    {
        for (var at = 0; at < certificate.Cuts.Count; at++)
        {
            switch (new CutCheck(certificate, certificate.Cuts[at]).Run())
            {
                case false:
                    problems.Add($"A panel breaks cut {at}.");
                    break;
                case null:
                    problems.Add(
                        $"Cut {at} could not be checked within {CutCheck.MostSteps:N0} steps."
                    );
                    break;
            }
        }
    }

    private void CheckLevels()
    {
        if (certificate.Method is not (SelectionMethod.Leximin or SelectionMethod.Maximin))
        {
            return;
        }

        var open = Enumerable
            .Range(0, Types)
            .Where(type => !certificate.Types[type].MustHave)
            .ToHashSet();
        var settled = new HashSet<int>();
        for (var at = 0; at < certificate.Levels.Count; at++)
        {
            var level = certificate.Levels[at];
            if (
                Complain(
                    level.Types.Count == 0 || !level.Types.All(open.Contains),
                    $"Level {at} settles a type that is not open, or none."
                )
            )
            {
                return;
            }

            CheckLevel(at, level, open, settled);
            open.ExceptWith(level.Types);
            settled.UnionWith(level.Types);
        }

        Complain(
            certificate.Method == SelectionMethod.Leximin ? open.Count > 0 : settled.Count == 0,
            "The levels do not settle every type."
        );
    }

    private void CheckLevel(int at, Level level, HashSet<int> open, HashSet<int> settled)
    {
        var proof = level.Proof;
        Complain(
            open.Concat(settled).Any(type => proof.Types[type] < 0)
                || Enumerable
                    .Range(0, Types)
                    .Any(type =>
                        !open.Contains(type) && !settled.Contains(type) && proof.Types[type] != 0
                    )
                || proof.Cuts.Any(multiplier => multiplier < -1e-12),
            $"Level {at} has a multiplier of the wrong sign."
        );
        Complain(
            open.Any(type => Chance(type) < level.Value - Tolerance),
            $"Level {at} promises {level.Value} to all open types, and one has less."
        );
        var shares = open.Sum(type => proof.Types[type] * certificate.Types[type].Weight);
        Complain(Math.Abs(shares - 1) > 1e-9, $"Level {at}'s multipliers add up to {shares}.");

        // Σ over open and settled of uₜpₜ is at most this, for every lottery; the settled keep what they have.
        var most =
            BoundOf(proof)
            - settled.Sum(type => proof.Types[type] * certificate.Probabilities[type]);
        var over = Math.Max(0, most - level.Value);
        slack = Math.Max(slack, over);
        Complain(
            over > Tolerance,
            $"Level {at} is {level.Value}, but its proof leaves room up to {most}."
        );
        if (certificate.Method == SelectionMethod.Maximin)
        {
            return;
        }

        foreach (var type in level.Types)
        {
            var share = proof.Types[type] * certificate.Types[type].Weight;
            Complain(
                Math.Abs(Chance(type) - level.Value) > Tolerance,
                $"Level {at} settles type {type} at {level.Value}, but its chance by weight is {Chance(type)}."
            );
            Complain(
                !(share > 0) || over / share > SettledWithin,
                $"Level {at} does not prove that type {type} cannot have more."
            );
        }
    }

    private double Chance(int type) =>
        certificate.Probabilities[type] / certificate.Types[type].Weight;

    /// <summary>An upper bound of Σ (uₜ/nₜ)·cₜ over all panels c, by weak duality.</summary>
    private double BoundOf(Multipliers proof)
    {
        var bound = proof.Size * certificate.Size;
        var left = new double[Types];
        for (var type = 0; type < Types; type++)
        {
            left[type] = (proof.Types[type] / certificate.Types[type].Members.Count) - proof.Size;
        }

        for (var row = 0; row < proof.Rows.Count; row++)
        {
            var multiplier = proof.Rows[row];
            bound +=
                multiplier
                * (multiplier > 0 ? certificate.Rows[row].Max : certificate.Rows[row].Min);
            foreach (var type in certificate.Rows[row].Types)
            {
                left[type] -= multiplier;
            }
        }

        for (var cut = 0; cut < proof.Cuts.Count; cut++)
        {
            bound += Math.Max(0, proof.Cuts[cut]) * certificate.Cuts[cut].Bound;
            for (var type = 0; type < Types; type++)
            {
                left[type] -= Math.Max(0, proof.Cuts[cut]) * certificate.Cuts[cut].Weights[type];
            }
        }

        for (var type = 0; type < Types; type++)
        {
            var must = certificate.Types[type].MustHave;
            bound +=
                (must ? left[type] : Math.Max(0, left[type]))
                * certificate.Types[type].Members.Count;
        }

        return bound;
    }

    /// <summary>
    /// The tangent makes 1/l at least 2/t - l/t²; the weights of the smallest add up to its slope s, those of the largest to n/k; what
    /// one type has of both cancels.
    /// </summary>
    private void CheckGoldilocks()
    {
        if (certificate.Method != SelectionMethod.Goldilocks)
        {
            return;
        }

        if (certificate.Goldilocks is not { Tangent: > 0, Gamma: > 0 } proof)
        {
            problems.Add("The certificate says goldilocks and has no proof for it.");
            return;
        }

        var counted = Enumerable
            .Range(0, Types)
            .Where(type => !certificate.Types[type].MustHave && certificate.Probabilities[type] > 0)
            .ToList();
        var people = counted.Sum(type => certificate.Types[type].Members.Count);
        var seats =
            certificate.Size
            - certificate.Types.Where(type => type.MustHave).Sum(type => type.Members.Count);
        var (up, down) = ((double)people / seats, proof.Gamma * seats / people);
        var slope = down / (proof.Tangent * proof.Tangent);
        var smallest = counted.Sum(type => Math.Max(0, proof.Proof.Types[type]));
        var largest = counted.Sum(type => Math.Max(0, -proof.Proof.Types[type]));
        var value =
            (up * counted.Max(type => certificate.Probabilities[type]))
            + (down / counted.Min(type => certificate.Probabilities[type]));
        var bound = (2 * down / proof.Tangent) - BoundOf(proof.Proof);
        Complain(
            smallest > slope + 1e-9 || largest + Math.Max(0, slope - smallest) > up + 1e-9,
            "The weights of the goldilocks proof add up to too much."
        );
        Complain(
            Enumerable.Range(0, Types).Except(counted).Any(type => proof.Proof.Types[type] != 0),
            "The goldilocks proof weighs a type that does not count."
        );
        slack = Math.Max(slack, value - bound);
        Complain(
            value - bound > Tolerance * 100,
            $"The goldilocks value is {value}, but its proof leaves room down to {bound}."
        );
    }
}
