using System.Diagnostics.CodeAnalysis;

namespace Throughline.Kernel;

/// <summary>An id is a version 7 GUID in a type of its own, so that a goal's id can never be passed for a decision's.</summary>
public interface IId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) =>
        TSelf.From(Guid.Parse(s, provider));

    static bool IParsable<TSelf>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out TSelf result
    )
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = TSelf.From(value);
        return parsed;
    }
}

public static class Id
{
    public static T New<T>()
        where T : struct, IId<T> => T.From(Guid.CreateVersion7());

    public static T Of<T>(Guid value)
        where T : struct, IId<T> => T.From(value);

    public static bool TryParse<T>(string? text, out T id)
        where T : struct, IId<T> => T.TryParse(text, null, out id);
}
