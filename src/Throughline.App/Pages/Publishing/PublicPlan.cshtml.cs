using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.App.Hosting.SignIn;
using Throughline.Engagement.Communications;
using Throughline.Feedback.Passages;
using Throughline.Publishing;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;
using static System.Net.WebUtility;

namespace Throughline.App.Pages.Publishing;

/// <summary>A published version, or the latest one.</summary>
[OpenToAll]
public sealed class PublicPlanModel(
    PublishedQueries published,
    PassageQueries passages,
    CommunicationQueries communications,
    PlanFiles files,
    Site site,
    TimeProvider clock
) : PublicPage(published)
{
    public sealed class Fields
    {
        public string? Email { get; set; }
    }

    public Fields Input { get; } = new();

    public PublishedView Plan { get; private set; } = null!;

    /// <summary>With a link under the head of each part where a round asks about this version.</summary>
    public IHtmlContent Body =>
        new HtmlString(CommentAt is null ? Plan.Body : PassageHtml.Under(Plan.Body, SaySomething));

    /// <summary>Where this version is commented on; null where nobody asks.</summary>
    public string? CommentAt { get; private set; }

    /// <summary>Whether there are questions that the team answers in public.</summary>
    public bool AnswersQuestions { get; private set; }

    public bool CanPrint => files.CanPrint;

    public string Address =>
        $"{site.AddressFor(Request)}/plans/{Public.District.Slug}/{Plan.Line.Number}";

    /// <summary>A later version of the same plan that can be read.</summary>
    public PublishedLine? Newer =>
        Public.Versions.FirstOrDefault(line =>
            line.Number > Plan.Line.Number
            && line.School == Plan.Line.School
            && line.WithdrawnAt is null
        );

    public async Task<IActionResult> OnGet(string district, int? version, CancellationToken cancel)
    {
        if (
            !await Enter(district, cancel)
            || (version ?? Public.Latest?.Number) is not { } number
            || await Published.Version(number, cancel) is not { } plan
        )
        {
            return NotFound();
        }

        Plan = plan;
        AnswersQuestions = await communications.AnswersAny(cancel);
        if (plan.Line.WithdrawnAt is null)
        {
            CommentAt = await passages.AddressFor(
                number,
                DayOf(clock.GetUtcNow().UtcDateTime),
                cancel
            );
            named = CommentAt is null
                ? named
                : Passage.Of(plan.Document).ToDictionary(one => one.Key, StringComparer.Ordinal);
        }

        if (plan.Line.WithdrawnAt is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    private Dictionary<string, Passage> named = new(StringComparer.Ordinal);

    private string SaySomething(string key) =>
        named.TryGetValue(key, out var passage)
            ? $"<p class=\"tl-say\" lang=\"{T.Language}\" dir=\"{T.Direction}\"><a href=\"/f/{CommentAt}?p={key}&amp;l={T.Language}\">{HtmlEncode(T["feedback.passage.say"])}<span class=\"tl-hide\">: {HtmlEncode(passage.Name)}</span></a></p>"
            : "";

    public string FileAddress(string format) =>
        $"/plans/{Public.District.Slug}/{Plan.Line.Number}/files/{format}";
}
