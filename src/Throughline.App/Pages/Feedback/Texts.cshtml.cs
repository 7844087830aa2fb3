using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>Everything that was written in a round, beside its translations; <c>?of=…</c> a part of it.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class TextsModel(FeedbackQueries feedback, ThemeQueries themes)
    : FeedbackPage(feedback)
{
    private const int OnALeaf = 25;
    private const int Beginning = 40;

    private const string Unread = "unread";
    private const string WithoutTheme = "no-theme";
    private const string Untranslated = "untranslated";
    private const string Quotes = "quotes";

    private IReadOnlyList<ThemeView> known = [];

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Leaf { get; set; } = 1;

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public int All { get; private set; }

    public int Found { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<TextView> Shown { get; private set; } = [];

    public IEnumerable<Choice> Choices =>
        new[] { Unread, WithoutTheme, Untranslated, Quotes }
            .Select(one => new Choice(one, T["feedback.texts.of." + one]))
            .Concat(
                known.Select(theme => new Choice(
                    theme.Id.ToString(),
                    theme.Name,
                    Group: T["feedback.themes.name"]
                ))
            );

    public string NameOf(ThemeId id) => known.First(theme => theme.Id == id).Name;

    /// <summary>How a text begins, to tell one link from another.</summary>
    public static string Begin(WrittenText text) =>
        text.Text.Length <= Beginning
            ? text.Text
            : text.Text[
                ..(char.IsHighSurrogate(text.Text[Beginning - 1]) ? Beginning - 1 : Beginning)
            ];

    public string AtLeaf(int leaf) =>
        At(
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"feedback/{Round.Id}/texts?of={Uri.EscapeDataString(Of ?? "")}&leaf={leaf}"
            )
        );

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (
            await Queries.Round(round, cancel) is not { } asked
            || await Queries.Questionnaire(round, asked.Edition, cancel) is not { } form
        )
        {
            return NotFound();
        }

        (Round, Form) = (asked, form);
        known = await themes.Of(round, cancel);
        var texts = await themes.Texts(round, form, cancel);
        var found = texts.Where(IsWanted).ToList();
        (All, Found) = (texts.Count, found.Count);
        Pages = Math.Max(1, (Found + OnALeaf - 1) / OnALeaf);
        Leaf = Math.Clamp(Leaf, 1, Pages);
        Shown = [.. found.Skip((Leaf - 1) * OnALeaf).Take(OnALeaf)];
        return Page();
    }

    private bool IsWanted(TextView text) =>
        Of switch
        {
            Unread => !text.IsRead,
            WithoutTheme => text.IsRead && text.Themes.Count == 0,
            Untranslated => text.Written.Language != T.Language && text.Note.Translation is null,
            Quotes => text.Note.Quote is not null,
            { } other when Id.TryParse<ThemeId>(other, out var theme) => text.Themes.Contains(
                theme
            ),
            _ => true,
        };
}
