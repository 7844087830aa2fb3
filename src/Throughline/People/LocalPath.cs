namespace Throughline.People;

/// <summary>Where to go on to after signing in: a path of this site, or nowhere.</summary>
public static class LocalPath
{
    public const int MaxLength = 1_000;

    /// <summary>Null for everything that a browser could read as another site: a scheme, two slashes, a backslash, a control character.</summary>
    public static string? Check(string? path) =>
        path is ['/', ..]
        && path.Length <= MaxLength
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
            ? path
            : null;
}
