using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel;

/// <summary>The district's name, languages, color, planned band and the start of its planning year.</summary>
public sealed class ChangeDistrict(ThroughlineDb db) : IUseCase
{
    public sealed record Input(
        string? Name,
        string? TimeZone,
        string? AccentColor,
        string? BandFrom,
        string? BandTo,
        DateOnly? TeamLaunchDate,
        int Version
    );

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var district = await db.Set<District>()
                    .FirstOrDefaultAsync(row => row.Id == db.District, cancel);
                if (district is null)
                {
                    return Outcome.Unknown;
                }

                if (Refusals(input) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                if (district.Version != input.Version)
                {
                    return new Conflict(
                        district.Version,
                        new Dictionary<string, string?> { [nameof(Input.Name)] = district.Name }
                    );
                }

                district.Name = input.Name!.Trim();
                district.TimeZone = input.TimeZone!;
                district.AccentColor = string.IsNullOrWhiteSpace(input.AccentColor)
                    ? null
                    : input.AccentColor.Trim().ToLowerInvariant();
                district.BandFrom = input.BandFrom;
                district.BandTo = input.BandTo;
                district.TeamLaunchDate = input.TeamLaunchDate;
                district.Version++;
                db.Happened("district.changed", "district", district.Id.Value, district.Name);
                return Outcome.Done;
            },
            cancel
        );

    private static List<Refusal> Refusals(Input input)
    {
        var refusals = new List<Refusal>();
        if (input.Name is null || input.Name.Trim().Length is 0 or > 200)
        {
            refusals.Add(Outcome.Refused(DistrictSentences.EnterAName, nameof(Input.Name)));
        }

        if (
            input.TimeZone is null
            || !TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone, out _)
        )
        {
            refusals.Add(
                Outcome.Refused(DistrictSentences.ChooseATimeZone, nameof(Input.TimeZone))
            );
        }

        if (GradeOrder.Of(input.BandFrom) > GradeOrder.Of(input.BandTo))
        {
            refusals.Add(Outcome.Refused(DistrictSentences.BandIsBackwards, nameof(Input.BandTo)));
        }

        return refusals;
    }
}

public static class DistrictSentences
{
    public static readonly Sentence EnterAName = new("district.refusal.enter-a-name");

    public static readonly Sentence ChooseATimeZone = new("district.refusal.choose-a-time-zone");

    public static readonly Sentence BandIsBackwards = new("district.refusal.band-is-backwards");

    public static readonly Sentence ColorCannotBeRead = new(
        "district.refusal.color-cannot-be-read"
    );
}
