namespace Throughline.Analysis.Selection;

/// <summary>One calculation from the quotas to the certified lottery.</summary>
internal sealed class SelectionRun(
    SelectionProblem problem,
    SelectionMethod method,
    IProgress<SelectionProgress>? progress,
    CancellationToken cancel
)
{
    private const double NoChance = 1e-9;
    private readonly PanelStore store = new();
    private readonly List<Cut> cuts = [];
    private double? bound;

    public SelectionResult Result()
    {
        if (!CohortSelection.IsPossible(problem, cancel))
        {
            throw new NoPanelException("No panel meets every quota and rule.");
        }

        try
        {
            return Finished();
        }
        catch (OperationCanceledException) when (store.Panels.Count > 0)
        {
            return StoppedEarly();
        }
    }

    private SelectionResult Finished() =>
        method switch
        {
            SelectionMethod.Balanced => Balanced(),
            SelectionMethod.Goldilocks => Goldilocks(),
            _ => Leximin(method == SelectionMethod.Maximin),
        };

    private SelectionResult Leximin(bool firstOnly)
    {
        var (targets, mixture) = Reached(() =>
            LeximinTargets.Find(problem, cuts, firstOnly: firstOnly, cancel: cancel)
        );
        return Certified(targets.Levels, mixture, null);
    }

    private SelectionResult Goldilocks()
    {
        // Leximin first: it tells who cannot be chosen at all, and its cuts serve again.
        var (leximin, _) = Reached(() => LeximinTargets.Find(problem, cuts, cancel: cancel));
        var impossible = Enumerable
            .Range(0, problem.Types.Count)
            .Where(type => leximin.Probabilities[type] <= NoChance)
            .ToHashSet();
        GoldilocksProof? proof = null;
        var (_, mixture) = Reached(() =>
        {
            var aim = GoldilocksTargets.Find(problem, cuts, impossible, cancel);
            proof = aim.Proof;
            return aim.Targets;
        });
        return Certified([], mixture, proof);
    }

    private SelectionResult Balanced()
    {
        var mixture = new Mixture(BalancedCohorts.MakeUps(problem, 1, problem.Digest, cancel), [1]);
        return new SelectionResult(
            problem,
            method,
            ProbabilitiesOf(mixture),
            mixture,
            null,
            Proved: true,
            Gap: 0
        );
    }

    /// <summary>Aims, looks for the mixture, and aims again with the cut where there is none.</summary>
    private (Targets Targets, Mixture Mixture) Reached(Func<Targets> aim)
    {
        for (var round = 1; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new SelectionProgress("working out the best chances", round, round));
            var targets = aim();
            bound = targets.Levels.Count > 0 ? targets.Levels[0].Value : null;
            var search = new MixtureSearch(
                problem,
                store,
                (done, of) => progress?.Report(new SelectionProgress("finding panels", done, of)),
                cancel
            );
            var (mixture, cut) = search.Find(targets.Probabilities);
            if (mixture is not null)
            {
                return (targets, mixture);
            }

            cuts.Add(cut!);
        }
    }

    private SelectionResult Certified(
        IReadOnlyList<Level> levels,
        Mixture mixture,
        GoldilocksProof? goldilocks
    )
    {
        var probabilities = ProbabilitiesOf(mixture);
        var certificate = CertificateMaker.Of(
            problem,
            method,
            mixture,
            probabilities,
            levels,
            cuts,
            goldilocks
        );
        var proved = CertificateCheck.Of(certificate).Holds;
        return new SelectionResult(
            problem,
            method,
            probabilities,
            mixture,
            certificate,
            proved,
            proved ? 0 : GapOf(probabilities)
        );
    }

    private SelectionResult StoppedEarly()
    {
        var share = 1d / store.Panels.Count;
        var mixture = new Mixture(store.Panels, [.. store.Panels.Select(_ => share)]);
        var probabilities = ProbabilitiesOf(mixture);
        return new SelectionResult(
            problem,
            method,
            probabilities,
            mixture,
            null,
            Proved: false,
            GapOf(probabilities)
        );
    }

    private double[] ProbabilitiesOf(Mixture mixture) =>
        [
            .. mixture
                .Expected()
                .Select((value, type) => Math.Clamp(value / problem.Types[type].Count, 0, 1)),
        ];

    private double GapOf(double[] probabilities) =>
        Math.Max(
            0,
            (bound ?? 1) - problem.Types.Select((type, at) => probabilities[at] / type.Weight).Min()
        );
}
