namespace Throughline.Kernel;

/// <summary>Who does something, when and why. Every write takes one; it is where the history comes from.</summary>
public sealed record Doing(
    PersonId Who,
    DateTime When,
    string? Why = null,
    PersonId? OnBehalfOf = null
)
{
    public static Doing ByServer(DateTime when, string? why = null) =>
        new(PersonId.Server, when, why);
}
