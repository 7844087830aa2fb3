using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Adds a line to one of the short lists, or rewords one.</summary>
public sealed class WriteLine(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        /// <summary>Null: a new line at the end.</summary>
        public Guid? Line { get; init; }

        public string? Text { get; init; }

        /// <summary>Of a district priority only.</summary>
        public PriorityKind? Kind { get; init; }

        public string? Source { get; init; }

        public int Version { get; init; }
    }

    public Task<Outcome<Guid>> Do(
        LineKind list,
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Guid>(
            doing,
            async () =>
            {
                var lines = await Lines.Load(db, list, cancel);
                var line = input.Line is { } id ? lines.Find(row => row.Key == id) : null;
                if (input.Line is not null && line is null)
                {
                    return Outcome.Unknown;
                }

                if (line is not null && line.Version != input.Version)
                {
                    return StoredOf(line);
                }

                var text = Limits.Tidy(input.Text);
                var source = Limits.Tidy(input.Source);
                var refusals = new List<Refusal>();
                refusals.Need(text, Limits.Line, nameof(input.Text), DirectionSentences.WriteALine);
                refusals.Check(source, Limits.Line, nameof(input.Source));
                if (
                    list == LineKind.Priority
                    && (input.Kind is not { } chosen || !Enum.IsDefined(chosen))
                )
                {
                    refusals.Add(
                        Outcome.Refused(DirectionSentences.ChooseAKind, nameof(input.Kind))
                    );
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var isNew = line is null;
                line ??= Begin(list, lines);
                line.Write(text!);
                (line as DistrictPriority)?.Say(input.Kind!.Value, source);
                db.Happened($"{line.HistoryKind}.{(isNew ? "added" : "reworded")}", line);
                return line.Key;
            },
            cancel
        );

    private ILine Begin(LineKind list, List<ILine> lines)
    {
        var line = Lines.New(db.District!.Value, list);
        line.PutAt(lines.Count == 0 ? 1 : lines[^1].Place + 1);
        db.Add((object)line);
        return line;
    }

    private static Conflict StoredOf(ILine line)
    {
        var stored = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [nameof(Input.Text)] = line.Text,
        };
        if (line is DistrictPriority priority)
        {
            stored[nameof(Input.Source)] = priority.Source;
        }

        return new Conflict(line.Version, stored);
    }
}
