using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Writes the ways to answer a decision, with what speaks for and against each. A line left empty goes.</summary>
public sealed class WeighOptions(ThroughlineDb db) : IUseCase
{
    public const int Most = 12;

    public sealed record Line
    {
        public string? Text { get; init; }

        public string? Pro { get; init; }

        public string? Con { get; init; }
    }

    public sealed record Input
    {
        public DecisionId Id { get; init; }

        public int Version { get; init; }

        public List<Line> Options { get; init; } = [];
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
                if (
                    await db.Set<Decision>().FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                    is not { } decision
                )
                {
                    return Outcome.Unknown;
                }

                var stored = await db.Set<DecisionOption>()
                    .Where(row => row.DecisionId == decision.Id)
                    .OrderBy(row => row.Order)
                    .ToListAsync(cancel);
                if (decision.Version != input.Version)
                {
                    return PlanWriting.Stored(
                        decision.Version,
                        ("Options", string.Join('\n', stored.Select(row => row.Text)))
                    );
                }

                if (Refusals(input) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                Take(decision, stored, input, doing);
                db.Entry(decision).Property(row => row.Question).IsModified = true;
                db.Happened("decision.weighed", decision);
                return Outcome.Done;
            },
            cancel
        );

    private void Take(Decision decision, List<DecisionOption> stored, Input input, Doing doing)
    {
        var order = 0;
        foreach (var line in input.Options.Where(line => PlanText.Clean(line.Text) is not null))
        {
            var option = order < stored.Count ? stored[order] : null;
            if (option is null)
            {
                option = new DecisionOption
                {
                    DistrictId = decision.DistrictId,
                    Id = Id.New<DecisionOptionId>(),
                    DecisionId = decision.Id,
                };
                db.Add(option);
            }

            option.Order = order++;
            option.Weigh(
                PlanText.Clean(line.Text)!,
                PlanText.Clean(line.Pro),
                PlanText.Clean(line.Con)
            );
        }

        stored.Skip(order).ToList().ForEach(row => row.Remove(doing));
    }

    private static List<Refusal> Refusals(Input input)
    {
        if (input.Options.Count > Most)
        {
            return [Outcome.Refused(PlanSentences.TooManyAtOnce)];
        }

        List<Refusal> refusals = [];
        for (var i = 0; i < input.Options.Count; i++)
        {
            var line = input.Options[i];
            refusals.AddRange(
                PlanText.TooLong(
                    ($"Options[{i}].Text", line.Text, PlanText.Line),
                    ($"Options[{i}].Pro", line.Pro, PlanText.Prose),
                    ($"Options[{i}].Con", line.Con, PlanText.Prose)
                )
            );
            if (
                PlanText.Clean(line.Text) is null
                && (PlanText.Clean(line.Pro) ?? PlanText.Clean(line.Con)) is not null
            )
            {
                refusals.Add(Outcome.Refused(PlanSentences.OptionNeedsText, $"Options[{i}].Text"));
            }
        }

        return refusals;
    }
}
