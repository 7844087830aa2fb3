namespace Throughline.Browser.Tests.EveryPage;

public enum Visitor
{
    Nobody,
    Lead,
}

/// <summary>A page to open. <paramref name="Route"/> is the product's own name for it, <paramref name="Shape"/> what of it is special.</summary>
public sealed record Address(Visitor Visitor, string Path, string Route, string Shape);
