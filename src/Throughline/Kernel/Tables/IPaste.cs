namespace Throughline.Kernel.Tables;

/// <summary>
/// Something that a block from a sheet can be pasted into. The same reading makes the preview and the writing, and the writing is
/// all or nothing.
/// </summary>
public interface IPaste
{
    /// <summary>The name in addresses and texts: <c>decisions</c>.</summary>
    string Name { get; }

    TableShape Shape { get; }

    /// <summary>Reads only.</summary>
    Task<PastePreview> Preview(PasteInput input, CancellationToken cancel = default);

    Task<Outcome<PasteDone>> Do(PasteInput input, Doing doing, CancellationToken cancel = default);
}

public sealed record PasteInput
{
    public string? Text { get; init; }

    public SchoolId? School { get; init; }
}

public enum PasteEffect
{
    Add,
    Change,
    Same,
}

/// <summary>What each row would do, in the order of the rows; empty where the block cannot be read.</summary>
public sealed record PastePreview(PastedTable Table, IReadOnlyList<PasteEffect> Effects);

public sealed record PasteDone(int Added, int Changed, int Same);
