namespace Throughline.Kernel;

/// <summary>What came of a use case. Bugs are exceptions; everything a person can act on is one of these.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>Nothing was changed; each refusal says what to do, and which field it concerns.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Outcome<T>;

    /// <summary>Not there, or not yours: the two look the same from outside.</summary>
    public sealed record Unknown : Outcome<T>;

    /// <summary>Somebody else saved first. Nothing was changed; both texts are shown.</summary>
    public sealed record Conflicting(Conflict Conflict) : Outcome<T>;

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused([refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new Refused(refusals);

    public static implicit operator Outcome<T>(Conflict conflict) => new Conflicting(conflict);

    public static implicit operator Outcome<T>(UnknownThing _) => new Unknown();

    public static implicit operator Outcome<T>(T value) => new Done(value);
}

public sealed record Refusal(Sentence Sentence, string? Field = null);

/// <summary>The text that is stored now, by field, with the version that a knowing overwrite must name.</summary>
public sealed record Conflict(int Version, IReadOnlyDictionary<string, string?> Stored);

public readonly record struct UnknownThing;

/// <summary>The value of an outcome that has nothing to tell but that it was done.</summary>
public readonly record struct Nothing;

public static class Outcome
{
    public static readonly Nothing Done;

    public static readonly UnknownThing Unknown;

    public static Refusal Refused(Sentence sentence, string? field = null) => new(sentence, field);
}
