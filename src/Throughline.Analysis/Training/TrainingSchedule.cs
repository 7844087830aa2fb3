namespace Throughline.Analysis.Training;

/// <summary>A place on the earth in degrees.</summary>
public sealed record Place(double Latitude, double Longitude)
{
    private const double EarthMiles = 3958.8;
    private const double Detour = 1.3;

    /// <summary>Miles by road, estimated: the great circle (haversine) times 1.3, as no routing service is asked.</summary>
    public double DriveTo(Place other)
    {
        const double radian = Math.PI / 180;
        var north = Math.Sin((other.Latitude - Latitude) * radian / 2);
        var east = Math.Sin((other.Longitude - Longitude) * radian / 2);
        var half =
            (north * north)
            + (Math.Cos(Latitude * radian) * Math.Cos(other.Latitude * radian) * east * east);
        // To the tenth of a mile: what the platforms' sines differ in does not reach the answer.
        return Math.Round(2 * EarthMiles * Math.Asin(Math.Min(1, Math.Sqrt(half))) * Detour, 1);
    }
}

/// <summary>Teachers of a district who need the same training and go to it together.</summary>
/// <param name="District">The district's code or name.</param>
/// <param name="Curriculum">What they are trained for.</param>
/// <param name="Teachers">How many, 1 to 10,000.</param>
/// <param name="From">Where they start.</param>
/// <param name="Dates">The session dates they can make; none: all.</param>
/// <param name="Kept">A session they were told of: they are moved from it only for a plan that serves more or is much cheaper.</param>
public sealed record TrainingTeam(
    string District,
    string Curriculum,
    int Teachers,
    Place From,
    IReadOnlyList<string> Dates,
    string? Kept = null
);

/// <summary>A session that may be held.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Curriculum">What it trains for.</param>
/// <param name="Date">When; two sessions of one provider on one date clash.</param>
/// <param name="Provider">Who holds it; empty: nobody in particular.</param>
/// <param name="At">Where.</param>
/// <param name="Seats">How many it seats.</param>
/// <param name="Least">How many must come for it to be held.</param>
/// <param name="Cost">What holding it costs, however many come.</param>
/// <param name="SeatCost">What each seat costs.</param>
public sealed record TrainingSession(
    string Name,
    string Curriculum,
    string Date,
    string Provider,
    Place At,
    int Seats,
    int Least,
    decimal Cost,
    decimal SeatCost
);

/// <summary>Everything that a schedule is made from.</summary>
public sealed record TrainingNeeds
{
    public required IReadOnlyList<TrainingTeam> Teams { get; init; }

    public required IReadOnlyList<TrainingSession> Sessions { get; init; }

    /// <summary>What a mile costs a teacher, one way counted twice.</summary>
    public decimal MileCost { get; init; } = 0.7m;

    /// <summary>Nobody drives farther, one way.</summary>
    public double LongestDrive { get; init; } = 60;

    /// <summary>What moving a team from its kept session must save, at least.</summary>
    public decimal MoveCost { get; init; } = 500;

    /// <exception cref="InputRefusedException">A figure is impossible; the sentence names the team or session.</exception>
    public TrainingNeeds Checked()
    {
        foreach (var team in Teams)
        {
            if (team.Teachers is < 1 or > 10_000)
            {
                throw new InputRefusedException(
                    $"{team.District}, {team.Curriculum}: {team.Teachers} teachers; 1 to 10,000 are possible."
                );
            }

            if (team.Kept is { } kept && Sessions.All(session => session.Name != kept))
            {
                throw new InputRefusedException(
                    $"{team.District} is kept in “{kept}”; there is no such session."
                );
            }
        }

        foreach (var session in Sessions)
        {
            if (
                session.Seats is < 1 or > 10_000
                || session.Least < 0
                || session.Least > session.Seats
                || session.Cost is < 0 or > 1e9m
                || session.SeatCost is < 0 or > 1e6m
            )
            {
                throw new InputRefusedException(
                    $"Session {session.Name}: 1 to 10,000 seats, a minimum of at most as many, and costs of 0 or more are possible."
                );
            }
        }

        if (
            Sessions
                .GroupBy(session => session.Name, StringComparer.Ordinal)
                .FirstOrDefault(same => same.Skip(1).Any()) is
            { Key: var twice }
        )
        {
            throw new InputRefusedException($"The session {twice} stands there twice.");
        }

        return LongestDrive >= 0 && MileCost >= 0 && MoveCost >= 0
            ? this
            : throw new InputRefusedException(
                "The longest drive, a mile and a move cost 0 or more."
            );
    }

    /// <summary>Whether the team can go to the session at all.</summary>
    public bool CanGo(TrainingTeam team, TrainingSession session) =>
        team.Curriculum == session.Curriculum
        && team.Teachers <= session.Seats
        && (team.Dates.Count == 0 || team.Dates.Contains(session.Date, StringComparer.Ordinal))
        && team.From.DriveTo(session.At) <= LongestDrive;

    /// <summary>In cents: seats and the drive there and back, without the session's own cost.</summary>
    internal long Going(TrainingTeam team, TrainingSession session) =>
        (long)
            Math.Round(
                100
                    * team.Teachers
                    * (session.SeatCost + (2 * MileCost * (decimal)team.From.DriveTo(session.At)))
            );
}

/// <summary>One team in a schedule.</summary>
/// <param name="Team">An index into the needs' teams.</param>
/// <param name="Session">An index into the needs' sessions; null: not served.</param>
/// <param name="Miles">The drive, one way.</param>
/// <param name="Share">What its district pays: its seats, its drive, and its part of the session by seats used.</param>
/// <param name="Alone">The least it would pay if it were the only district; null where it could go nowhere.</param>
public sealed record ScheduledTeam(
    int Team,
    int? Session,
    double Miles,
    decimal Share,
    decimal? Alone
);

/// <summary>A schedule.</summary>
/// <param name="Teams">Each team, in the order of the needs.</param>
/// <param name="Unserved">Teachers without a session.</param>
/// <param name="LongestDrive">The farthest that anybody drives, one way, in miles.</param>
/// <param name="Cost">Of the sessions held, their seats and the drives.</param>
/// <param name="Bound">No schedule that serves as many with as short a longest drive costs less.</param>
/// <param name="Proved">True where each of the three goals is at its best, given the ones before.</param>
/// <param name="Saving">Over the districts served, what they would pay alone less what they pay.</param>
public sealed record TrainingSchedule(
    IReadOnlyList<ScheduledTeam> Teams,
    int Unserved,
    double LongestDrive,
    decimal Cost,
    decimal Bound,
    bool Proved,
    decimal Saving
);
