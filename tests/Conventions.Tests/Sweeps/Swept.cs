using AngleSharp.Html.Parser;
using Throughline.Testing;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>One installation for all sweeps, which run one after another and rewind it.</summary>
[CollectionDefinition(Name)]
public sealed class SweepCollection : ICollectionFixture<Swept>
{
    public const string Name = "Sweeps";
}

/// <summary>The installation, every page its lead reaches, and every form there is on them.</summary>
public sealed class Swept : IAsyncLifetime
{
    private readonly Dictionary<string, Submission> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> tries = new(StringComparer.Ordinal);
    private readonly Dictionary<PageHandler, IReadOnlyList<(Submission Form, int)>> answers = [];
    private Crawl? crawl;

    public SweptInstallation Here { get; private set; } = null!;

    public IReadOnlyList<Visited> Pages { get; private set; } = [];

    /// <summary>One of each shape.</summary>
    public IReadOnlyList<Submission> Forms => [.. forms.Values];

    /// <summary>What each handler that was reached answered to its forms, sent as they stood.</summary>
    public IReadOnlyDictionary<PageHandler, IReadOnlyList<(Submission Form, int Status)>> Answers =>
        answers;

    public IReadOnlyList<SweptPerson> Visitors { get; private set; } = [];

    /// <summary>An address that a page was visited at.</summary>
    public string? AddressOf(PageHandler handler) =>
        Pages.FirstOrDefault(page => handler.Answers(page.Address))?.Address;

    /// <summary>A form that its handler took, if any was.</summary>
    public Submission? TakenBy(PageHandler handler) =>
        Answers.GetValueOrDefault(handler, []).FirstOrDefault(one => one.Status < 400).Form;

    public async ValueTask InitializeAsync()
    {
        Here = await SweptInstallation.Start(DatabaseKind.Sqlite);
        Visitors = await SweptPerson.Gather(Here);
        Here.Keep();
        crawl = new Crawl(Here.Dana.Browser);
        await crawl.From(Here.Home, Here.Unlinked);
        Pages = crawl.Pages;
        await SendEach(crawl.Forms);
        await SendEach(AtASchool());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var who in Visitors)
        {
            who.Visitor.Dispose();
        }

        if (Here is not null)
        {
            await Here.DisposeAsync();
        }
    }

    /// <summary>
    /// Everything as it was, then what has to happen before this form is offered; answers the form as it is offered now, with the ids
    /// of this time.
    /// </summary>
    public async Task<Submission> Prepare(Submission form)
    {
        Here.Rewind();
        if (form.Before.Count == 0)
        {
            return form;
        }

        using var answer = await Here.Dana.Send(form.Before[0]);
        return (await OfferedBy(answer, form.Before[0])).FirstOrDefault(one =>
                one.Shape == form.Shape
            ) ?? throw new InvalidOperationException($"{form} is no longer offered.");
    }

    /// <summary>
    /// A handler of the district that answers at a school's address too, though no page there offers it: its form, sent there.
    /// </summary>
    private List<Submission> AtASchool() =>
        [
            .. from handler in Here.Handlers
            where handler.IsPost && handler.IsOfSchool && TakenBy(handler) is null
            from own in Here.Handlers
            where own.Method == handler.Method && !own.IsOfSchool
            let form = TakenBy(own)
            where form is { Before.Count: 0 }
            select form with
            {
                Action = form.Action.Replace(Here.Home, Here.SchoolHome, StringComparison.Ordinal),
            },
        ];

    /// <summary>Sends every form once as it stands, and takes up the forms that come of it: an undo, a second step.</summary>
    private async Task SendEach(IEnumerable<Submission> found)
    {
        var waiting = new Queue<Submission>(found);
        while (waiting.TryDequeue(out var form))
        {
            // A form that was refused is tried on another thing: not every member can be removed.
            if (forms.ContainsKey(form.Shape) && (tries[form.Shape] is 0 or > 4))
            {
                continue;
            }

            var prepared = await Prepare(form);
            using var answer = await Here.Dana.Send(prepared);
            var isTaken = (int)answer.StatusCode < 400;
            tries[form.Shape] = isTaken ? 0 : tries.GetValueOrDefault(form.Shape) + 1;
            if (isTaken || !forms.ContainsKey(form.Shape))
            {
                forms[form.Shape] = form;
            }

            if (Here.HandlerOf(form) is { } handler)
            {
                answers[handler] =
                [
                    .. answers.GetValueOrDefault(handler, []),
                    (form, (int)answer.StatusCode),
                ];
            }

            if (isTaken && form.Before.Count == 0)
            {
                foreach (var more in await OfferedBy(answer, form))
                {
                    waiting.Enqueue(more);
                }
            }
        }

        Here.Rewind();
    }

    /// <summary>The forms of the page that an answer is or leads to, and of what that page links to and nobody could visit before.</summary>
    private async Task<List<Submission>> OfferedBy(HttpResponseMessage answer, Submission sent)
    {
        var address = answer.Headers.Location?.ToString() ?? sent.Action;
        var page = answer.Headers.Location is null
            ? new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync())
            : (await crawl!.Visit(address)).Document;
        var offered = Visitor.FormsIn(page, address, [sent]).ToList();
        foreach (var link in Crawl.LinksOn(page, address).Where(link => !crawl!.Knows(link)))
        {
            offered.AddRange(await Here.Dana.FormsOn(link, sent));
        }

        return offered;
    }
}
