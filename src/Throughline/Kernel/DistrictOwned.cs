namespace Throughline.Kernel;

/// <summary>A row that belongs to one district. Its key is (DistrictId, Id).</summary>
public interface IDistrictOwned
{
    DistrictId DistrictId { get; }
}

/// <summary>A thing of a district that people edit: it has a version, so that a second writer is told, and a history.</summary>
public abstract class DistrictThing<TId> : IDistrictThing
    where TId : struct, IId<TId>
{
    public required DistrictId DistrictId { get; init; }

    public required TId Id { get; init; }

    /// <summary>Counts the saves, from 1. A form carries the version it was read at.</summary>
    public int Version { get; private set; }

    /// <summary>Set when somebody removed it (UTC). It can be brought back; the history says who removed it.</summary>
    public DateTime? RemovedAt { get; private set; }

    Guid IDistrictThing.Key => Id.Value;

    /// <summary>What the thing is called in the history: <c>goal</c>.</summary>
    public abstract string HistoryKind { get; }

    /// <summary>What it is called by people: a goal's statement, a decision's question.</summary>
    public abstract string HistoryName { get; }

    public void Remove(Doing doing) => RemovedAt = doing.When;

    public void BringBack() => RemovedAt = null;

    void IDistrictThing.CountSave() => Version++;
}

public interface IDistrictThing : IDistrictOwned
{
    Guid Key { get; }

    int Version { get; }

    DateTime? RemovedAt { get; }

    string HistoryKind { get; }

    string HistoryName { get; }

    void Remove(Doing doing);

    void BringBack();

    void CountSave();
}
