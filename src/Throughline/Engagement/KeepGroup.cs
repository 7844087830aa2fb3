using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Engagement;

/// <summary>Adds a group, or changes one.</summary>
public sealed class KeepGroup(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        /// <summary>Null: a new one.</summary>
        public StakeholderGroupId? Id { get; init; }

        public int Version { get; init; }

        public string? Name { get; init; }

        public StakeholderRole Role { get; init; }

        public string? Measure { get; init; }

        public int? People { get; init; }

        public string? Language { get; init; }

        public bool IsRarelyHeard { get; init; }

        public ParticipationLevel Level { get; init; } = ParticipationLevel.Consult;

        public string? Contact { get; init; }

        public int? Target { get; init; }
    }

    public Task<Outcome<StakeholderGroupId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<StakeholderGroupId>(doing, () => Keep(input, cancel), cancel);

    private async Task<Outcome<StakeholderGroupId>> Keep(Input input, CancellationToken cancel)
    {
        var group = input.Id is null
            ? null
            : await db.Set<StakeholderGroup>()
                .FirstOrDefaultAsync(row => row.Id == input.Id, cancel);
        if (group is null && input.Id is not null)
        {
            return Outcome.Unknown;
        }

        if (group is not null && group.Version != input.Version)
        {
            return new Conflict(
                group.Version,
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [nameof(input.Name)] = group.Name,
                    [nameof(input.Contact)] = group.Contact,
                }
            );
        }

        if (Refusals(input) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var isNew = group is null;
        group ??= new StakeholderGroup
        {
            DistrictId = db.District!.Value,
            Id = Id.New<StakeholderGroupId>(),
            Name = "",
            Role = input.Role,
        };
        group.Name = input.Name!.Trim();
        group.Role = input.Role;
        group.Measure = Clean(input.Measure);
        group.People = input.People;
        group.Language = Clean(input.Language);
        group.IsRarelyHeard = input.IsRarelyHeard;
        group.Level = input.Level;
        group.Contact = Clean(input.Contact);
        group.Target = input.Target;
        if (isNew)
        {
            db.Add(group);
        }

        db.Happened(isNew ? "stakeholder-group.added" : "stakeholder-group.changed", group);
        return group.Id;
    }

    private static List<Refusal> Refusals(Input input)
    {
        var refusals = new List<Refusal>();
        if (Clean(input.Name) is not { } name)
        {
            refusals.Add(Outcome.Refused(EngagementSentences.NameTheGroup, nameof(input.Name)));
        }
        else if (name.Length > StakeholderGroup.NameLimit)
        {
            refusals.Add(
                Outcome.Refused(
                    EngagementSentences.TooLong(StakeholderGroup.NameLimit),
                    nameof(input.Name)
                )
            );
        }

        if (Clean(input.Contact)?.Length > StakeholderGroup.LineLimit)
        {
            refusals.Add(
                Outcome.Refused(
                    EngagementSentences.TooLong(StakeholderGroup.LineLimit),
                    nameof(input.Contact)
                )
            );
        }

        foreach (
            var (field, count) in new[]
            {
                (nameof(input.People), input.People),
                (nameof(input.Target), input.Target),
            }
        )
        {
            if (count is < 0 or > StakeholderGroup.MostPeople)
            {
                refusals.Add(Outcome.Refused(EngagementSentences.NoNegative, field));
            }
        }

        return refusals;
    }

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
