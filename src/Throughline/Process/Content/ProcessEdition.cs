namespace Throughline.Process.Content;

/// <summary>A guided process as it was published once. A running district keeps its edition until it chooses another.</summary>
public sealed record ProcessEdition(
    string Code,
    string Edition,
    string Provenance,
    Wording Wording,
    string Title,
    string Lead,
    IReadOnlyList<Phase> Phases
)
{
    public IEnumerable<Step> Steps =>
        Phases.SelectMany(phase => phase.Actions).SelectMany(action => action.Steps);

    public Step? FindStep(string code) => Steps.FirstOrDefault(step => step.Code == code);
}

public sealed record Phase(
    string Code,
    int Number,
    string Title,
    string Lead,
    IReadOnlyList<KeyAction> Actions
);

/// <summary><see cref="Number"/> is its place, such as "2.1"; the code stays when the place changes.</summary>
public sealed record KeyAction(
    string Code,
    string Number,
    string Title,
    string Goal,
    string Why,
    IReadOnlyList<string> DoneCriteria,
    IReadOnlyList<string> Rows,
    IReadOnlyList<Step> Steps
);
