using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Publishing;

namespace Throughline.App.Pages.Feedback;

/// <summary>Begins a round, from a questionnaire that comes with the product, from an earlier round's, or from nothing.</summary>
[Needs(FeedbackPermissions.Ask, Read = FeedbackPermissions.Ask)]
public sealed class NewModel(
    FeedbackQueries feedback,
    QuestionnaireLibrary library,
    PublishedQueries published,
    VisionFit fit,
    PrepareRound prepare
) : FeedbackPage(feedback)
{
    private const string Empty = "empty";
    private const string FromLibrary = "library:";
    private const string Usual = "families";
    private const string FromRound = "round:";

    public sealed class Fields
    {
        public string? Name { get; set; }

        public FeedbackSubject Subject { get; set; }

        /// <summary>Of the plan, where the round is about it.</summary>
        public int? Version { get; set; }

        public string? From { get; set; } = Empty;

        public bool AsksStudents { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<Choice> Versions { get; private set; } = [];

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IEnumerable<Choice> Subjects =>
        Enum.GetValues<FeedbackSubject>()
            .Select(subject => new Choice(subject.ToString(), T["feedback.subject." + subject]));

    /// <param name="about">A questionnaire of the library that is chosen beforehand.</param>
    public async Task<IActionResult> OnGet(string? about, CancellationToken cancel)
    {
        await Offer(cancel);
        var asked = about is not null && library.Codes.Contains(about) ? about : Usual;
        Input.From = FromLibrary + asked;
        Input.Subject = asked == VisionFit.Code ? FeedbackSubject.Vision : Input.Subject;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        ForgetBindingErrors();
        var input = new PrepareRound.Input(
            Input.Name,
            Input.Subject,
            await Chosen(cancel),
            SubjectVersion: Input.Subject is FeedbackSubject.Plan or FeedbackSubject.Passage
                ? Input.Version
                : null,
            AsksStudents: Input.AsksStudents
        );
        return await Answer(
            await prepare.Do(input, Doing(), cancel),
            round => LocalRedirect(At(null, $"feedback/{round}")),
            async () =>
            {
                await Offer(cancel);
                return Page();
            }
        );
    }

    private async Task Offer(CancellationToken cancel)
    {
        Versions =
        [
            .. (await published.All(cancel))
                .Where(line => line.WithdrawnAt is null)
                .Select(line => new Choice(
                    line.Number.ToString(CultureInfo.InvariantCulture),
                    T["publishing.public.version-line", line.Number, line.PublishedOn]
                        + (line.School is null ? "" : ", " + line.School)
                )),
        ];
        Sources =
        [
            .. library.Codes.Select(code =>
            {
                var form = library.Read(code);
                return new Choice(
                    FromLibrary + code,
                    form.Title.In(T.Language),
                    T.Count("feedback.new.questions", Asked(form))
                );
            }),
            .. (await Queries.Rounds(cancel)).Select(round => new Choice(
                FromRound + round.Id,
                T["feedback.new.like", round.Name]
            )),
            new Choice(Empty, T["feedback.new.empty"]),
        ];
    }

    private static int Asked(Questionnaire form) =>
        form.Questions.Count(question => question.Kind != QuestionKind.Note);

    private async Task<Questionnaire> Chosen(CancellationToken cancel)
    {
        var from = Input.From ?? Empty;
        if (
            from.StartsWith(FromLibrary, StringComparison.Ordinal)
            && library.Codes.Contains(from[FromLibrary.Length..])
        )
        {
            var code = from[FromLibrary.Length..];
            var form = library.Read(code);
            return code == VisionFit.Code ? await fit.Fill(form, District.Language, cancel) : form;
        }

        return
            from.StartsWith(FromRound, StringComparison.Ordinal)
            && Id.TryParse<FeedbackRoundId>(from[FromRound.Length..], out var id)
            && await Queries.Round(id, cancel) is { } round
            && await Queries.Questionnaire(id, round.Edition, cancel) is { } earlier
            ? earlier with
            {
                SetAside = [],
            }
            : new Questionnaire
            {
                Title = Words.Of(District.Language, Input.Name ?? ""),
                Languages = [District.Language],
                Sections = [new Section { Code = "page-1", Questions = [] }],
            };
    }
}
