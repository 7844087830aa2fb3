using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback;

public sealed record ChannelView(FeedbackChannelId Id, ChannelKind Kind, string Group, string Code);

public sealed record RoundView(
    FeedbackRoundId Id,
    int Version,
    string Name,
    FeedbackSubject Subject,
    int? SubjectVersion,
    string? Step,
    SchoolId? School,
    DateTime? OpenedAt,
    DateTime? ClosedAt,
    DateOnly? ClosesOn,
    DateOnly? KeepUntil,
    DateTime? ClearedAt,
    DateTime? AnsweredBackAt,
    bool AsksStudents,
    StudentBasis? Basis,
    DateOnly? BasisOn,
    BasisNote? BasisNote,
    int Edition
);

public sealed class FeedbackQueries(ThroughlineDb db, IStorage storage) : IQueries
{
    public async Task<IReadOnlyList<RoundView>> Rounds(CancellationToken cancel = default) =>
        await View(db.Set<FeedbackRound>().OrderByDescending(row => row.Id)).ToListAsync(cancel);

    public Task<RoundView?> Round(FeedbackRoundId id, CancellationToken cancel = default) =>
        View(db.Set<FeedbackRound>().Where(row => row.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>How many have sent their answers.</summary>
    public Task<int> CountAnswers(FeedbackRoundId round, CancellationToken cancel = default) =>
        storage.Answers.CountSent(db.District!.Value, round, cancel);

    public async Task<Questionnaire?> Questionnaire(
        FeedbackRoundId round,
        int edition,
        CancellationToken cancel = default
    ) =>
        await db.Set<RoundForm>()
            .AsNoTracking()
            .Where(row => row.RoundId == round && row.Edition == edition)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancel)
            is { } content
            ? QuestionnaireJson.Read(content)
            : null;

    /// <summary>The numbers of its editions, the latest first.</summary>
    public async Task<IReadOnlyList<int>> Editions(
        FeedbackRoundId round,
        CancellationToken cancel = default
    ) =>
        await db.Set<RoundForm>()
            .AsNoTracking()
            .Where(row => row.RoundId == round)
            .OrderByDescending(row => row.Edition)
            .Select(row => row.Edition)
            .ToListAsync(cancel);

    public async Task<IReadOnlyList<ChannelView>> Channels(
        FeedbackRoundId round,
        CancellationToken cancel = default
    ) =>
        await db.Set<FeedbackChannel>()
            .AsNoTracking()
            .Where(row => row.RoundId == round)
            .OrderBy(row => row.Id)
            .Select(row => new ChannelView(row.Id, row.Kind, row.Group, row.Code))
            .ToListAsync(cancel);

    /// <summary>Of the round that one of this district's addresses leads to.</summary>
    public Task<RoundView?> ByCode(string code, CancellationToken cancel = default) =>
        View(
                from channel in db.Set<FeedbackChannel>()
                where channel.Code == code
                join round in db.Set<FeedbackRound>() on channel.RoundId equals round.Id
                select round
            )
            .FirstOrDefaultAsync(cancel);

    private static IQueryable<RoundView> View(IQueryable<FeedbackRound> rows) =>
        rows.AsNoTracking()
            .Select(row => new RoundView(
                row.Id,
                row.Version,
                row.Name,
                row.Subject,
                row.SubjectVersion,
                row.Step,
                row.SchoolId,
                row.OpenedAt,
                row.ClosedAt,
                row.ClosesOn,
                row.KeepUntil,
                row.ClearedAt,
                row.AnsweredBackAt,
                row.AsksStudents,
                row.Basis,
                row.BasisOn,
                row.BasisNote,
                row.Edition
            ));
}
