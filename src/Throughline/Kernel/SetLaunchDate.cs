using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel;

/// <summary>Sets the first day of teaching on the plan. What is counted back from it moves with it.</summary>
public sealed class SetLaunchDate(ThroughlineDb db) : IUseCase
{
    public sealed record Input(DateOnly? LaunchDate, int Version);

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

                if (district.Version != input.Version)
                {
                    return new Conflict(
                        district.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            [nameof(Input.LaunchDate)] = Iso(district.LaunchDate),
                        }
                    );
                }

                var earliest = DateOnly.FromDateTime(doing.When).AddYears(-5);
                if (input.LaunchDate is { } day && (day < earliest || day > earliest.AddYears(15)))
                {
                    return Outcome.Refused(
                        new Sentence("plan.refusal.launch-date-far"),
                        nameof(Input.LaunchDate)
                    );
                }

                district.LaunchDate = input.LaunchDate;
                district.Version++;
                var kind = input.LaunchDate is null ? "cleared" : "set";
                db.Happened(
                    $"district.launch-date-{kind}",
                    "district",
                    district.Id.Value,
                    Iso(input.LaunchDate) ?? district.Name
                );
                return Outcome.Done;
            },
            cancel
        );

    private static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
