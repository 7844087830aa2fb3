namespace Throughline.App.Pages.Engagement;

/// <summary>What computer science is, in plain words, for everybody: so that those who are asked speak of the same thing.</summary>
[OpenToAll]
public sealed class ExplainersModel : TextPage
{
    /// <summary>In the order in which people ask.</summary>
    public static readonly IReadOnlyList<string> Topics =
    [
        "what",
        "thinking",
        "literacy",
        "intelligence",
        "everybody",
        "programmers",
    ];

    public void OnGet()
    {
        // Every word of it stands in the language files.
    }
}
