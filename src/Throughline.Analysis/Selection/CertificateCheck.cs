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
public sealed partial class CertificateCheck
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
            WeakDuality.Bound(certificate, proof)
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
        var bound = (2 * down / proof.Tangent) - WeakDuality.Bound(certificate, proof.Proof);
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
