namespace Throughline.Testing.Sweeping;

/// <summary>
/// A form as a page offered it, filled in where it was blank; what has to be sent before it, so that it is offered at all (an undo
/// after a removal).
/// </summary>
public sealed record Submission(
    string Page,
    string Action,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    IReadOnlyList<Submission> Before
)
{
    /// <summary>The fields in which one writes what one likes: lines and areas of text.</summary>
    public IReadOnlySet<string> Typed { get; init; } = new HashSet<string>();

    /// <summary>The fields in which one chooses a file.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Path and handler, without ids: submissions of one shape do the same to different things.</summary>
    public string Shape =>
        Crawl.ShapeOf(Action) + " " + string.Join(',', Fields.Select(one => one.Key).Distinct());

    public string Path => Action.Split('?')[0];

    public string Handler => Query("handler");

    public bool Asks(string name) => Fields.Any(field => field.Key == name);

    public Submission Without(string name) =>
        this with
        {
            Fields = [.. Fields.Where(field => field.Key != name)],
        };

    public Submission With(string name, string value) => Without(name).With([new(name, value)]);

    /// <summary>Another value in every field that <paramref name="which"/> takes.</summary>
    public Submission Fill(
        Func<KeyValuePair<string, string>, bool> which,
        Func<string, string> value
    ) =>
        this with
        {
            Fields = [.. Fields.Select(one => which(one) ? new(one.Key, value(one.Key)) : one)],
        };

    public Submission With(IEnumerable<KeyValuePair<string, string>> more) =>
        this with
        {
            Fields = [.. Fields, .. more],
        };

    public override string ToString() =>
        $"POST {Action} {string.Join('&', Fields.Select(field => $"{field.Key}={Short(field.Value)}"))}";

    private static string Short(string value) => value.Length > 60 ? value[..60] + "…" : value;

    private string Query(string name)
    {
        var query = Action.Contains('?', StringComparison.Ordinal)
            ? Action[Action.IndexOf('?', StringComparison.Ordinal)..]
            : "";
        return Microsoft
            .AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
            .GetValueOrDefault(name)
            .ToString();
    }
}
