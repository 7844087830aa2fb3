using System.Text.Json;

namespace Throughline.Analysis.Selection;

/// <summary>
/// A lottery with everything that is needed to check it: the problem, the panels with their chances, and for each level the dual values
/// that bound what any lottery could do. <see cref="CertificateCheck"/> checks it; so can anyone who adds up the same sums.
/// </summary>
/// <param name="Size">k, how many a panel has.</param>
/// <param name="Types">Candidates whom no rule tells apart.</param>
/// <param name="Rows">The quotas and rules.</param>
/// <param name="Panels">The lottery.</param>
/// <param name="Probabilities">The chance of each member of each type.</param>
/// <param name="Levels">For leximin all, for maximin the first; none for goldilocks.</param>
/// <param name="Goldilocks">For goldilocks only.</param>
/// <param name="Cuts">What the levels' proofs use besides the rows.</param>
public sealed record Certificate(
    int Format,
    SelectionMethod Method,
    string Digest,
    int Size,
    IReadOnlyList<CandidateType> Types,
    IReadOnlyList<PanelRow> Rows,
    IReadOnlyList<CertifiedCut> Cuts,
    IReadOnlyList<CertifiedPanel> Panels,
    IReadOnlyList<double> Probabilities,
    IReadOnlyList<Level> Levels,
    GoldilocksProof? Goldilocks
)
{
    public const int ThisFormat = 1;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new System.Text.Json.Serialization.JsonStringEnumConverter(
                JsonNamingPolicy.KebabCaseLower
            ),
        },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Names);

    /// <exception cref="InputRefusedException">The text is no certificate of this format.</exception>
    public static Certificate Read(string json)
    {
        try
        {
            if (
                JsonSerializer.Deserialize<Certificate>(json, Names) is { Format: ThisFormat } read
                && read.HasEveryPart()
            )
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // Said below, in words for the person who named the file.
        }

        throw new InputRefusedException(
            $"This is no certificate of a selection in format {ThisFormat}."
        );
    }

    /// <summary>Whether it is about this pool with these quotas and rules.</summary>
    public bool IsAbout(SelectionProblem problem) =>
        Digest == problem.Digest
        && Size == problem.Size
        && Types.Count == problem.Types.Count
        && Types
            .Zip(problem.Types)
            .All(pair =>
                pair.First.Members.SequenceEqual(pair.Second.Members)
                && pair.First.Weight.Equals(pair.Second.Weight)
                && pair.First.MustHave == pair.Second.MustHave
                && pair.Second.Features.All(feature =>
                    pair.First.Features.TryGetValue(feature.Key, out var value)
                    && value == feature.Value
                )
            )
        && Rows.Count == problem.Rows.Count
        && Rows.Zip(problem.Rows)
            .All(pair =>
                pair.First.Name == pair.Second.Name
                && pair.First.Quota == pair.Second.Quota
                && pair.First.Min == pair.Second.Min
                && pair.First.Max == pair.Second.Max
                && pair.First.Types.SequenceEqual(pair.Second.Types)
            );

    private bool HasEveryPart() =>
        Types is not null
        && Types.All(type => type is { Members: not null, Features: not null })
        && Rows is not null
        && Rows.All(row => row?.Types is not null)
        && Cuts is not null
        && Cuts.All(cut => cut is { Weights: not null, Rows: not null })
        && Panels is not null
        && Panels.All(panel => panel?.Seats is not null)
        && Probabilities is not null
        && Levels is not null
        && Levels.All(level =>
            level is { Types: not null, Proof: { Types: not null, Rows: not null, Cuts: not null } }
        )
        && Goldilocks is null or { Proof: { Types: not null, Rows: not null, Cuts: not null } };
}

/// <summary>One panel of the lottery.</summary>
/// <param name="Chance">From 0 to 1.</param>
/// <param name="Seats">The type of each seat: k positions in <see cref="Certificate.Types"/>, ascending.</param>
public sealed record CertifiedPanel(double Chance, IReadOnlyList<int> Seats);

/// <summary>A <see cref="Cut"/> with multipliers that make checking it short; they need not be the best.</summary>
public sealed record CertifiedCut(
    IReadOnlyList<long> Weights,
    long Bound,
    double Size,
    IReadOnlyList<double> Rows
);

/// <summary>
/// For every lottery, n/k·max p + gamma·k/n / min p is at least <paramref name="Bound"/>, by the tangent of 1/x at
/// <paramref name="Tangent"/> and the dual values, whose weights are those of the smallest less those of the largest chances.
/// </summary>
public sealed record GoldilocksProof(
    double Gamma,
    double Value,
    double Bound,
    double Tangent,
    Multipliers Proof
);
