using Throughline.Direction;

namespace Throughline.App.Pages.Direction;

/// <summary>What the partial <c>_Revisits</c> shows.</summary>
/// <param name="Address">Where one more is recorded.</param>
public sealed record RevisitList(
    IReadOnlyList<RevisitView> Revisits,
    string Address,
    bool MayWrite
);
