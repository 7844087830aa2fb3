using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Publishing.Assembling;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing;

/// <summary>
/// Freezes the plan as it stands under the next number, and tells those who asked to be told: in one transaction, so that nobody hears
/// of a version that is not there, and nobody twice of one that is.
/// </summary>
public sealed class PublishPlan(
    ThroughlineDb db,
    DistrictQueries districts,
    AssemblePlan assemble,
    LanguageFiles languages
) : IUseCase
{
    /// <param name="Number">The number that the form promised: a form sent twice publishes once.</param>
    /// <param name="Site">The address of this installation, without a slash at its end.</param>
    public sealed record Input(
        int Number,
        string? Title,
        string? WhatChanged,
        string Language,
        string Site,
        SchoolId? School = null,
        bool ShowNames = false,
        bool WithDrafts = false
    );

    /// <summary>Answers the number of the version.</summary>
    public async Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default)
    {
        var title = SafeText.OneLine(input.Title ?? "");
        var note = SafeText.Clean(input.WhatChanged ?? "").Trim();
        if (Refusals(title, note, input) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        try
        {
            return await db.Write<int>(
                doing,
                () => Publish(input with { Title = title, WhatChanged = note }, doing, cancel),
                cancel
            );
        }
        catch (DbUpdateException)
        {
            // Somebody took this number at the same moment.
            return Outcome.Refused(PublishingSentences.PublishedMeanwhile(input.Number));
        }
    }

    private async Task<Outcome<int>> Publish(Input input, Doing doing, CancellationToken cancel)
    {
        var last = await db.Set<PublishedPlan>()
            .OrderByDescending(row => row.Number)
            .Select(row => new
            {
                row.Number,
                row.Title,
                row.PublishedBy,
            })
            .FirstOrDefaultAsync(cancel);
        if (last is not null && last.Number == input.Number)
        {
            return last.PublishedBy == doing.Who && last.Title == input.Title
                ? last.Number
                : Outcome.Refused(PublishingSentences.PublishedMeanwhile(last.Number));
        }

        var number = (last?.Number ?? 0) + 1;
        if (number != input.Number)
        {
            return Outcome.Refused(PublishingSentences.PublishedMeanwhile(number - 1));
        }

        if (!await db.KnowsSchool(input.School, cancel))
        {
            return Outcome.Refused(PublishingSentences.NoSuchSchool, nameof(input.School));
        }

        var district = (await districts.ById(db.District!.Value, cancel))!;
        var today = DayIn(district.TimeZone, doing.When);
        var document = await assemble.Document(
            new PlanWanted(
                district,
                languages.In(input.Language),
                today,
                input.School,
                input.ShowNames,
                input.WithDrafts,
                number,
                input.Title
            ),
            cancel
        );
        var body = PlanHtml.Article(document, $"/plans/{district.Slug}/{number}/logo/");
        var plan = Freeze(document, body, input, number, today, doing);
        db.Add(plan);
        db.Happened("plan.published", plan);
        await TellSubscribers.Of(db, languages, district, plan, input.Site, doing, cancel);
        return number;
    }

    private PublishedPlan Freeze(
        PlanDocument document,
        string body,
        Input input,
        int number,
        DateOnly today,
        Doing doing
    ) =>
        new()
        {
            DistrictId = db.District!.Value,
            Id = Id.New<PublishedPlanId>(),
            Number = number,
            SchoolId = input.School,
            Title = input.Title!,
            WhatChanged = string.IsNullOrEmpty(input.WhatChanged) ? null : input.WhatChanged,
            Language = document.Language,
            PublishedOn = today,
            PublishedAt = doing.When,
            PublishedBy = doing.Who,
            Tree = PlanJson.Write(document),
            Body = Encoding.UTF8.GetBytes(body),
        };

    private List<Refusal> Refusals(string title, string note, Input input)
    {
        var refusals = new List<Refusal>();
        void If(bool wrong, Sentence sentence, string field)
        {
            if (wrong)
            {
                refusals.Add(Outcome.Refused(sentence, field));
            }
        }

        If(title.Length == 0, PublishingSentences.EnterATitle, nameof(input.Title));
        If(
            title.Length > PublishedPlan.TitleLimit,
            PublishingSentences.TooLong(PublishedPlan.TitleLimit),
            nameof(input.Title)
        );
        If(
            note.Length > PublishedPlan.NoteLimit,
            PublishingSentences.TooLong(PublishedPlan.NoteLimit),
            nameof(input.WhatChanged)
        );
        If(
            !languages.Tags.Contains(input.Language),
            PublishingSentences.ChooseALanguage,
            nameof(input.Language)
        );
        return refusals;
    }

    private static DateOnly DayIn(string zone, DateTime utc) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone))
        );
}
