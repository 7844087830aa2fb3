namespace Throughline.App.Design;

/// <summary>A milestone of the year. <paramref name="When"/> and <paramref name="StateWord"/> are words for people, already translated.</summary>
public sealed record YearStop(
    string Name,
    DateOnly Day,
    StopState State,
    string When,
    string StateWord
);

/// <summary>Where a stop stands on the strip and in which of its rows of words.</summary>
sealed record PlacedStop(YearStop Stop, double Share, int Row)
{
    // Letters are about seven pixels wide, and the strip is rarely narrower than this.
    const double LetterShare = 100.0 * 7.4 / 700;

    /// <summary>Words that would touch go beneath the line, then above the others.</summary>
    public static IReadOnlyList<PlacedStop> Place(
        IEnumerable<YearStop> stops,
        DateOnly first,
        DateOnly last
    )
    {
        var days = Math.Max(1, last.DayNumber - first.DayNumber);
        var placed = new List<PlacedStop>();
        var ends = new double[3];
        Array.Fill(ends, double.NegativeInfinity);
        foreach (var stop in stops.OrderBy(stop => stop.Day))
        {
            var share =
                2 + (96.0 * Math.Clamp(stop.Day.DayNumber - first.DayNumber, 0, days) / days);
            var half = (stop.Name.Length + 1.5) * LetterShare / 2;
            var free = Array.FindIndex(ends, end => share - half > end);
            var row = free < 0 ? 0 : free;
            ends[row] = share + half;
            placed.Add(new PlacedStop(stop, share, row));
        }

        return placed;
    }

    /// <summary>Words at an end of the strip grow inwards.</summary>
    public string Anchor(bool rightToLeft)
    {
        var half = Stop.Name.Length * LetterShare / 2;
        return (Share - half < 0, Share + half > 100, rightToLeft) switch
        {
            (true, _, false) or (_, true, true) => "start",
            (_, true, false) or (true, _, true) => "end",
            _ => "middle",
        };
    }
}
