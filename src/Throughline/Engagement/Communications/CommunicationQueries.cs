using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Engagement.Communications;

public sealed record ExpectedView(string Question, string? Answer, bool IsPublic);

/// <param name="Audience">Null: everybody.</param>
/// <param name="Decision">The number and the words of the decision that it is about.</param>
public sealed record CommunicationView(
    CommunicationId Id,
    int Version,
    string Subject,
    StakeholderGroupId? AudienceId,
    string? Audience,
    DecisionId? DecisionId,
    string? Decision,
    string? KeyMessage,
    CommunicationChannel Channel,
    string? Messenger,
    string? Language,
    DateOnly? On,
    DateOnly? SentOn,
    IReadOnlyList<ExpectedView> Questions
);

public sealed class CommunicationQueries(ThroughlineDb db) : IQueries
{
    /// <summary>What is still to be told first, by its day; then what was told, the latest first.</summary>
    public async Task<IReadOnlyList<CommunicationView>> All(CancellationToken cancel = default)
    {
        var rows = await (
            from row in db.Set<Communication>()
            join one in db.Set<StakeholderGroup>()
                on row.AudienceId equals (StakeholderGroupId?)one.Id
                into groups
            from audience in groups.DefaultIfEmpty()
            join other in db.Set<Decision>()
                on row.DecisionId equals (DecisionId?)other.Id
                into decisions
            from decision in decisions.DefaultIfEmpty()
            select new
            {
                Row = row,
                Audience = audience!.Name,
                Decision = decision!.Question,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        var questions = (await db.Set<ExpectedQuestion>().AsNoTracking().ToListAsync(cancel))
            .OrderBy(row => row.Place)
            .ToLookup(row => row.CommunicationId);
        return
        [
            .. rows.OrderByDescending(one => one.Row.SentOn ?? DateOnly.MaxValue)
                .ThenBy(one => one.Row.On ?? DateOnly.MaxValue)
                .ThenBy(one => one.Row.Id.Value)
                .Select(one => new CommunicationView(
                    one.Row.Id,
                    one.Row.Version,
                    one.Row.Subject,
                    one.Row.AudienceId,
                    one.Audience,
                    one.Row.DecisionId,
                    one.Decision,
                    one.Row.KeyMessage,
                    one.Row.Channel,
                    one.Row.Messenger,
                    one.Row.Language,
                    one.Row.On,
                    one.Row.SentOn,
                    [
                        .. questions[one.Row.Id]
                            .Select(row => new ExpectedView(
                                row.Question,
                                row.Answer,
                                row.IsPublic
                            )),
                    ]
                )),
        ];
    }

    /// <summary>Whether everybody finds an answer to anything.</summary>
    public Task<bool> AnswersAny(CancellationToken cancel = default) =>
        (
            from asked in db.Set<ExpectedQuestion>()
            join row in db.Set<Communication>() on asked.CommunicationId equals row.Id
            where asked.IsPublic && asked.Answer != null
            select asked.Id
        ).AnyAsync(cancel);

    /// <summary>For everybody: the questions that the team answers in public. The same question asked twice stands once, as it was answered last.</summary>
    public async Task<IReadOnlyList<ExpectedView>> Public(CancellationToken cancel = default) =>
        [
            .. (await All(cancel))
                .OrderByDescending(one => one.SentOn ?? one.On)
                .SelectMany(one => one.Questions)
                .Where(asked => asked is { IsPublic: true, Answer: not null })
                .DistinctBy(asked => asked.Question, StringComparer.OrdinalIgnoreCase),
        ];
}
