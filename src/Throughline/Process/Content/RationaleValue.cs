namespace Throughline.Process.Content;

/// <summary>One reason to teach computing, for a team to rank.</summary>
public sealed record RationaleValue(string Code, string Name, string Description);

/// <summary>The names are not ours: show <see cref="Attribution"/> wherever they stand.</summary>
public sealed record RationaleValues(string Attribution, IReadOnlyList<RationaleValue> Values)
{
    internal static RationaleValues From(ContentNode structure, string language) =>
        new(
            structure.Need("attribution"),
            [
                .. structure
                    .ItemsOf("values")
                    .Select(value => new RationaleValue(
                        value.Need("code"),
                        TextSource.Inline(value, "names", language),
                        TextSource.Inline(value, "descriptions", language)
                    )),
            ]
        );
}
