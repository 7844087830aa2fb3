namespace Throughline.Process.Content;

internal static class EmptyTextRule
{
    public static IEnumerable<ContentProblem> In(ContentSet set) =>
        set.Files.SelectMany(file => file.Root.Everything()).SelectMany(Empty);

    static IEnumerable<ContentProblem> Empty(ContentNode node) =>
        node
            .Fields.Where(field => IsEmpty(field.Value))
            .Select(field =>
                ContentCheck.Problem(
                    node.File,
                    field.Line,
                    $"`{field.Key}` is empty: expected a text."
                )
            )
            .Concat(
                node.Items.Where(IsEmpty)
                    .Select(item =>
                        ContentCheck.Problem(
                            item,
                            "An entry of this list is empty: expected a text."
                        )
                    )
            );

    static bool IsEmpty(ContentNode node) =>
        node.Value is not null && string.IsNullOrWhiteSpace(node.Value);
}
