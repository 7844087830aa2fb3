using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Pages.Feedback;

/// <summary>
/// One paper after the other, typed in by the keyboard alone: <c>?channel=</c> whose papers, <c>?edition=</c> and <c>?l=</c> which words
/// they carry. After each the receipt of the last one stands above the next empty form.
/// </summary>
[Needs(FeedbackPermissions.Ask, Read = FeedbackPermissions.Ask)]
[RequestFormLimits(ValueCountLimit = TranslationModel.MostFields)]
public sealed class TypeInModel(
    FeedbackQueries feedback,
    TypeInPaper typeIn,
    RespondentWords respondents
) : FeedbackPage(feedback)
{
    [BindProperty(SupportsGet = true)]
    public FeedbackChannelId? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    [BindProperty(SupportsGet = true, Name = "l")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Last { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Receipt { get; set; }

    [BindProperty]
    public string? Serial { get; set; }

    [BindProperty]
    public bool Replace { get; set; }

    public RoundView Round { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public IReadOnlyList<ChannelView> Channels { get; private set; } = [];

    public IReadOnlyList<int> Editions { get; private set; } = [];

    public ChannelView? Own => Channels.FirstOrDefault(one => one.Id == Channel);

    public string Language { get; private set; } = "";

    public ILookup<string, string> Wrong { get; private set; } =
        Array.Empty<string>().ToLookup(one => one);

    public bool WasTypedBefore { get; private set; }

    public string Address => At(null, $"feedback/{Round.Id}/type-in");

    public IEnumerable<Choice> Languages =>
        Form
            .Languages.Where(respondents.Has)
            .Select(tag => new Choice(tag, respondents.In(tag).OwnName));

    public string FormCode => Own is { } own ? Secrets.Grouped(own.Code.ToUpperInvariant()) : "";

    public static string NameOf(string field) => AnswerFields.Prefix + field;

    public string Typed(string field) =>
        HttpMethods.IsPost(Request.Method) ? Request.Form[NameOf(field)].ToString() : "";

    /// <summary>The row of a matrix that the field is for.</summary>
    public string? RowOf(Question question, string field) =>
        question.Rows.FirstOrDefault(row => AnswerFields.Row(question, row) == field) is { } row
            ? row.Text.In(Language)
        : question.Other && field == AnswerFields.Other(question) ? T["feedback.build.other-reads"]
        : null;

    /// <summary>The options with the numbers that are typed for them.</summary>
    public string Numbered(Question question) =>
        string.Join(
            "   ",
            question.Options.Select(
                (option, at) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{at + 1} {option.Text.In(Language)}"
                    )
            )
        );

    public string? HowTo(Question question) =>
        question.Kind switch
        {
            QuestionKind.Several => T["feedback.type-in.several"],
            QuestionKind.Ranking => T["feedback.type-in.ranking"],
            QuestionKind.Date => T["feedback.type-in.date"],
            _ => null,
        };

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        // The papers of a pile are numbered one after the other.
        if (long.TryParse(Last, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Serial = (number + 1).ToString(CultureInfo.InvariantCulture);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(FeedbackRoundId round, CancellationToken cancel)
    {
        ForgetBindingErrors();
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        var (entries, problems) = PaperEntries.Read(Form, Typed);
        if (problems.Count > 0)
        {
            var words = respondents.In(T.Language);
            Wrong = problems.ToLookup(
                problem => problem.Code,
                problem =>
                    problem.Key == PaperEntries.BadNumber
                        ? T["feedback.type-in.bad-number", [.. problem.Values]]
                        : words[problem.Key, [.. problem.Values]]
            );
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = await typeIn.Do(
            new TypeInPaper.Input(
                round,
                Channel ?? default,
                Edition!.Value,
                Language,
                Serial,
                entries,
                Replace
            ),
            Doing(),
            cancel
        );
        WasTypedBefore =
            outcome is Outcome<string>.Refused { Refusals: [var refusal, ..] }
            && refusal.Sentence.Key == FeedbackSentences.TypedBefore("").Key;
        return await Answer(
            outcome,
            receipt =>
                LocalRedirect(
                    $"{Address}?channel={Channel}&edition={Edition}&l={Language}&last={Uri.EscapeDataString(PaperSerial.Clean(Serial)!)}&receipt={receipt}"
                ),
            () => Task.FromResult<IActionResult>(Page())
        );
    }

    private async Task<bool> Load(FeedbackRoundId id, CancellationToken cancel)
    {
        if (await Queries.Round(id, cancel) is not { } round)
        {
            return false;
        }

        Editions = await Queries.Editions(id, cancel);
        Edition = Edition is { } asked && Editions.Contains(asked) ? asked : round.Edition;
        if (await Queries.Questionnaire(id, Edition.Value, cancel) is not { } form)
        {
            return false;
        }

        (Round, Form) = (round, form);
        Channels =
        [
            .. (await Queries.Channels(id, cancel)).Where(one => one.Kind == ChannelKind.Paper),
        ];
        Channel ??= Channels is [var only, ..] ? only.Id : null;
        var offered = form.Languages.Where(respondents.Has).DefaultIfEmpty("en").ToList();
        Language = Asked is not null && offered.Contains(Asked) ? Asked : offered[0];
        return true;
    }
}
