using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>Puts the reasons to teach computing in order: a member's own order, or the team's.</summary>
public sealed class RankValues(ThroughlineDb db, ContentFolder content) : IUseCase
{
    public sealed record Input
    {
        /// <summary>From a value's code to its place, 1 for the most important.</summary>
        public Dictionary<string, int?> Places { get; init; } = [];

        /// <summary>The team's order instead of one's own.</summary>
        public bool Team { get; init; }

        /// <summary>Of the team's order, as read; 0 where there was none.</summary>
        public int Version { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var codes = content
                    .RationaleValues(Kernel.Languages.LanguageFiles.Default)
                    .Values.Select(value => value.Code)
                    .ToList();
                var places = codes.ConvertAll(code => input.Places.GetValueOrDefault(code));
                if (
                    places.Exists(place =>
                        place is not { } given || given < 1 || given > codes.Count
                    )
                )
                {
                    return Outcome.Refused(
                        DirectionSentences.RankEach with
                        {
                            Values = [codes.Count],
                        }
                    );
                }

                if (places.Distinct().Count() < codes.Count)
                {
                    return Outcome.Refused(DirectionSentences.RankOnce);
                }

                PersonId? person = input.Team ? null : doing.Who;
                var whose = ValueRanking.WhoseOf(person);
                var ranking = await db.Set<ValueRanking>()
                    .FirstOrDefaultAsync(row => row.Whose == whose, cancel);
                if (input.Team && ranking is not null && ranking.Version != input.Version)
                {
                    return new Conflict(
                        ranking.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            [nameof(input.Places)] = ranking.Codes,
                        }
                    );
                }

                if (ranking is null)
                {
                    ranking = new ValueRanking
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<ValueRankingId>(),
                        PersonId = person,
                        Whose = whose,
                    };
                    db.Add(ranking);
                }

                ranking.Rank(codes.OrderBy(code => input.Places[code]));
                if (db.ChangeTracker.HasChanges())
                {
                    db.Happened(input.Team ? "team-values.ranked" : "value-ranking.made", ranking);
                }

                return Outcome.Done;
            },
            cancel
        );
}
