using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel.Languages;
using Throughline.Publishing;
using Throughline.Publishing.Assembling;
using Throughline.Publishing.Tree;

namespace Throughline.App.Pages.Publishing;

/// <summary>Freezes the plan as a version that everybody can read.</summary>
[Needs(PublishingPermissions.Publish, Read = PublishingPermissions.Publish)]
public sealed class PublishModel(
    PublishPlan publish,
    AssemblePlan assemble,
    PublishedQueries published,
    SubscriptionQueries subscriptions,
    LanguageFiles languages,
    Site site
) : DistrictPage
{
    public sealed class Fields
    {
        public int Number { get; set; }

        public string? Title { get; set; }

        public string? WhatChanged { get; set; }

        public string? Language { get; set; }

        public bool ShowNames { get; set; }

        public bool WithDrafts { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<Choice> Languages =>
        [.. languages.Tags.Select(tag => new Choice(tag, T["language." + tag]))];

    public IReadOnlyList<string> Gaps { get; private set; } = [];

    public int Subscribers { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var all = await published.All(cancel);
        var last = all.FirstOrDefault(line => line.SchoolId == Place);
        Input.Number = (all is [var newest, ..] ? newest.Number : 0) + 1;
        Input.Language = languages.Match(District.Language);
        Input.Title =
            last?.Title
            ?? languages.In(Input.Language)[
                "publishing.document.title",
                Visit.School?.Name ?? District.Name
            ];
        return await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        ForgetBindingErrors();
        var input = new PublishPlan.Input(
            Input.Number,
            Input.Title,
            Input.WhatChanged,
            Input.Language ?? "",
            site.AddressFor(Request),
            Place,
            Input.ShowNames,
            Input.WithDrafts
        );
        return await Answer(
            await publish.Do(input, Doing(), cancel),
            number => LocalRedirect(Here($"document/versions?published={number}")),
            () => Show(cancel)
        );
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        Subscribers = await subscriptions.Count(cancel);
        var document = await assemble.Document(new PlanWanted(District, T, Today, Place), cancel);
        Gaps = [.. document.Sections[^1].Blocks.OfType<Listing>().SelectMany(list => list.Items)];
        return Page();
    }
}
