using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Direction;

/// <summary>The three short lists of the direction.</summary>
public enum LineKind
{
    Statement,
    Belief,
    Priority,
}

/// <summary>One line of a short, ordered list.</summary>
public abstract class Line<TId> : DistrictThing<TId>, ILine, IAtLevel
    where TId : struct, IId<TId>
{
    [Restorable]
    public string Text { get; private set; } = "";

    /// <summary>From 1, in reading order.</summary>
    public int Place { get; private set; }

    public override string HistoryName => Text;

    public void Write(string text) => Text = text;

    public void PutAt(int place) => Place = place;
}

public interface ILine : IDistrictThing
{
    string Text { get; }

    int Place { get; }

    void Write(string text);

    void PutAt(int place);
}

/// <summary>What the vision means in a sentence each: what students, teachers, families will see.</summary>
public sealed class VisionStatement : Line<VisionStatementId>
{
    public override string HistoryKind => "vision-statement";
}

/// <summary>What the team holds true; goals stand on it.</summary>
public sealed class CoreBelief : Line<CoreBeliefId>
{
    public override string HistoryKind => "core-belief";
}

public enum PriorityKind
{
    Mission,
    Value,

    /// <summary>An objective of the district's improvement plan.</summary>
    Objective,
}

/// <summary>What the district said it stands for before this plan: computing has to serve it.</summary>
public sealed class DistrictPriority : Line<DistrictPriorityId>
{
    public PriorityKind Kind { get; private set; }

    /// <summary>Where it is written: a document, a page, a link.</summary>
    public string? Source { get; private set; }

    public override string HistoryKind => "district-priority";

    public void Say(PriorityKind kind, string? source) => (Kind, Source) = (kind, source);
}
