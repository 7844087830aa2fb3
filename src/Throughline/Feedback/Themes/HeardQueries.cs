using Throughline.Data;
using Throughline.Feedback.OpenData;
using Throughline.Kernel;

namespace Throughline.Feedback.Themes;

public sealed record RoundAnswered(RoundView Round, IReadOnlyList<ThemeView> Themes);

/// <param name="Figures">The figures that everybody can read.</param>
public sealed record HeardDistrict(
    DistrictView District,
    IReadOnlyList<RoundAnswered> Rounds,
    IReadOnlyList<FiguresLine> Figures
);

/// <summary>What a district told everybody about its rounds.</summary>
public sealed class HeardQueries(
    ThroughlineDb db,
    DistrictQueries districts,
    FeedbackQueries feedback,
    ThemeQueries themes,
    FiguresQueries figures
) : IQueries
{
    /// <summary>
    /// Enters a district for a reader from outside, as nobody. Null where there is no such district, and where it has told nothing: from
    /// outside the two are the same.
    /// </summary>
    public async Task<HeardDistrict?> Enter(string slug, CancellationToken cancel = default)
    {
        if (await districts.BySlug(slug, cancel) is not { } district)
        {
            return null;
        }

        await db.Enter(district.Id, null, cancel);
        var rounds = new List<RoundAnswered>();
        foreach (var round in await feedback.Rounds(cancel))
        {
            if (round.AnsweredBackAt is not null)
            {
                rounds.Add(
                    new(
                        round,
                        [
                            .. (await themes.Of(round.Id, cancel)).Where(theme =>
                                theme.Disposition is not null
                            ),
                        ]
                    )
                );
            }
        }

        List<FiguresLine> published =
        [
            .. (await figures.All(cancel)).Where(line => line.WithdrawnAt is null),
        ];
        return rounds.Count + published.Count == 0
            ? null
            : new HeardDistrict(district, rounds, published);
    }
}
