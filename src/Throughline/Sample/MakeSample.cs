using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Directory;
using Throughline.Feedback;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>
/// Makes the invented district Marlow Falls, two weeks into its planning year, by doing what its people would have done on their days.
/// Where it stands already nothing is changed.
/// </summary>
public sealed class MakeSample(ThroughlineDb db, IStorage storage, IServiceProvider parts)
    : IUseCase
{
    /// <param name="Lead">The address that leads the district.</param>
    /// <param name="Forms">The codes of the public's addresses of its open round.</param>
    public sealed record Made(string Slug, string Lead, IReadOnlyList<string> Forms, bool IsNew);

    public async Task<Outcome<Made>> Do(Doing doing, CancellationToken cancel = default)
    {
        await db.Enter(null, null, cancel);
        var there = await db.Set<District>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Slug == SampleSchools.Slug, cancel);
        if (there is { IsInvented: false })
        {
            return Outcome.Refused(FoundingSentences.AlreadyHere(there.Name));
        }

        var district = there?.Id;
        SampleStory? story = null;
        if (there is null)
        {
            story = new SampleStory(new SampleDays(doing.When));
            await db.Together(() => Tell(story, cancel), cancel);
            district = story.District;
        }

        await db.Enter(district, null, cancel);
        var channels = await Answered(story, cancel);
        return new Made(
            SampleSchools.Slug,
            SamplePeople.Dana.Email,
            [
                // The one with a letter for each person opens with a code only.
                .. channels
                    .Where(channel => channel.Kind != ChannelKind.Personal)
                    .Select(channel => channel.Code),
            ],
            there is null
        );
    }

    /// <summary>The addresses of its first round; in a new district its families have answered there.</summary>
    private async Task<IReadOnlyList<ChannelView>> Answered(
        SampleStory? story,
        CancellationToken cancel
    )
    {
        var feedback = Part<FeedbackQueries>();
        var rounds = await feedback.Rounds(cancel);
        if (rounds is not [.., var round])
        {
            return [];
        }

        var channels = await feedback.Channels(round.Id, cancel);
        if (story is not null)
        {
            // Answers are stored beside the context, so after it has committed.
            var families = SampleFamilies.Of(
                story.District,
                story.Days,
                round.Id,
                [.. channels.Select(channel => channel.Id)]
            );
            await storage.Answers.Store(families, cancel);
            var agreement = rounds[0];
            var link = (await feedback.Channels(agreement.Id, cancel))[0];
            var voters = SampleVoters.Of(story.District, story.Days, agreement.Id, link.Id);
            await storage.Answers.Store(voters, cancel);
            var reading = story.By(SamplePeople.Dana, 9, "16:10");
            await db.Together(() => Part<ReadSampleTexts>().Do(round.Id, reading, cancel), cancel);
            await db.Together(
                () => Part<AskSampleAgreement>().Rule(agreement.Id, reading, cancel),
                cancel
            );
        }

        return channels;
    }

    private async Task Tell(SampleStory story, CancellationToken cancel)
    {
        await Part<FoundSampleDistrict>().Do(story, cancel);
        await Part<FormSampleTeam>().Do(story, cancel);
        var direction = await Part<SetSampleDirection>().Do(story, cancel);
        await Part<AnswerSamplePrompts>().Do(story, cancel);
        var goals = await Part<SetSampleGoals>().Do(story, direction, cancel);
        var decisions = await Part<MapSampleDecisions>().Do(story, cancel);
        await Part<PlanSampleSchool>().Do(story, goals, decisions, cancel);
        await Part<PlanSampleWork>().Do(story, goals, decisions, cancel);
        await Part<AskSampleFamilies>().Do(story, cancel);
        await Part<AskSampleAgreement>().Do(story, cancel);
        await Part<HearSampleGroups>().Do(story, cancel);
        await Part<TellSampleGroups>().Do(story, decisions, cancel);
    }

    private T Part<T>()
        where T : notnull => (T)parts.GetService(typeof(T))!;
}
