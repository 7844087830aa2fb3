using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.People;

namespace Throughline.App.Pages.Feedback;

/// <summary>The form on paper, each copy with its number: <c>?l=</c> its language, <c>?channel=</c> for whom, <c>?copies=</c> from <c>?first=</c>.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class PaperModel(FeedbackQueries feedback, RespondentWords words)
    : FeedbackPage(feedback)
{
    private const int MostCopies = 200;

    [BindProperty(SupportsGet = true, Name = "l")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public FeedbackChannelId? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Copies { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int First { get; set; } = 1;

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public IReadOnlyList<ChannelView> Channels { get; private set; } = [];

    public ChannelView? For => Channels.FirstOrDefault(one => one.Id == Channel);

    public RespondentTexts Texts { get; private set; } = null!;

    public string Language => Texts.Language;

    public IEnumerable<Choice> Languages =>
        Form.Languages.Where(words.Has).Select(tag => new Choice(tag, words.In(tag).OwnName));

    public IEnumerable<Choice> Groups =>
        Channels.Select(one => new Choice(one.Id.ToString(), one.Group));

    /// <summary>By which it is known, when it is typed in, to which words the crosses belong.</summary>
    public string FormCode =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(For is { } own ? Secrets.Grouped(own.Code.ToUpperInvariant()) : "–")} · {Round.Edition} · {Language}"
        );

    public string HowTo(Question question) =>
        question.Kind switch
        {
            QuestionKind.Several => Texts["paper.several"]
                + (question.Most is { } most ? " " + Texts["problem.choose-at-most", most] : ""),
            QuestionKind.Matrix => Texts["paper.each-row"],
            QuestionKind.Statements => Texts["vote.how"],
            QuestionKind.Ranking => Texts["paper.rank"],
            QuestionKind.Choice or QuestionKind.Scale => Texts["paper.one"],
            _ => "",
        };

    public string? DependsOn(Condition? condition) =>
        condition is null
            ? null
            : Texts[
                "only-if",
                string.Join(
                    " / ",
                    condition.Is.Select(code =>
                        Form.Question(condition.Question)
                            ?.Options.FirstOrDefault(option => option.Code == code)
                            ?.Text.In(Language)
                        ?? code
                    )
                )
            ];

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (
            await Queries.Round(round, cancel) is not { } found
            || await Queries.Questionnaire(round, found.Edition, cancel) is not { } form
        )
        {
            return NotFound();
        }

        (Round, Form) = (found, form);
        Channels =
        [
            .. (await Queries.Channels(round, cancel)).Where(one => one.Kind == ChannelKind.Paper),
        ];
        Channel ??= Channels is [var only, ..] ? only.Id : null;
        Copies = Math.Clamp(Copies, 1, MostCopies);
        First = Math.Clamp(First, 1, 1_000_000);
        var offered = form.Languages.Where(words.Has).DefaultIfEmpty("en").ToList();
        Texts = words.In(Asked is not null && offered.Contains(Asked) ? Asked : offered[0]);
        return Page();
    }
}
