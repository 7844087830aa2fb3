using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>What people wrote, one text after another: which themes does it belong to? The likely ones stand first.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class ReadTextsModel(
    FeedbackQueries feedback,
    ThemeQueries themes,
    PassageQueries passages,
    CodeText code
) : FeedbackPage(feedback)
{
    /// <summary>The place of the text among those that nobody has read; a text that is skipped comes again later.</summary>
    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    [BindProperty]
    public string[] Chosen { get; set; } = [];

    [BindProperty]
    public string? NewTheme { get; set; }

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public TextView? Text { get; private set; }

    /// <summary>The plan that was asked about.</summary>
    public AskedAbout? About { get; private set; }

    public int Read { get; private set; }

    public int All { get; private set; }

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    public string SkipAddress =>
        At(
            null,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"feedback/{Round.Id}/read?skip={Skip + 1}"
            )
        );

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel) =>
        await Load(round, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(
        FeedbackRoundId round,
        AnswerId answer,
        string field,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        var chosen = new List<ThemeId>();
        foreach (var text in Chosen)
        {
            if (!Id.TryParse<ThemeId>(text, out var id))
            {
                return NotFound();
            }

            chosen.Add(id);
        }

        var input = new CodeText.Input(round, answer, field, chosen, NewTheme);
        return await Answer(
            await code.Do(input, Doing(), cancel),
            _ =>
                LocalRedirect(
                    At(
                        null,
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"feedback/{round}/read?skip={Skip}"
                        )
                    )
                ),
            async () => await Load(round, cancel) ? Page() : NotFound()
        );
    }

    private async Task<bool> Load(FeedbackRoundId id, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } asked
        )
        {
            return false;
        }

        (Round, Form) = (round, asked);
        var texts = await themes.Texts(id, asked, cancel);
        About = await passages.About(round.Subject, round.SubjectVersion, cancel);
        All = texts.Count;
        Read = texts.Count(text => text.IsRead);
        var unread = texts.Where(text => !text.IsRead).ToList();
        Text = unread.Count == 0 ? null : unread[Math.Max(0, Skip) % unread.Count];
        Themes = ThemeChoices.For(Text, texts, await themes.Of(id, cancel), T);
        return true;
    }
}
