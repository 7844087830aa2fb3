using CsCheck;
using Throughline.Analysis.Training;

namespace Throughline.Analysis.Tests.Training;

public sealed class TrainingSchedulerTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Place Here = new(42.0, -71.0);
    private static readonly Place Near = new(42.2, -71.0);

    [Fact]
    public void Two_small_districts_share_a_session_and_both_pay_less_than_alone()
    {
        var schedule = TrainingScheduler.Schedule(
            Needs([Team("a", 4), Team("b", 6)], [Session("one", 20, 8), Session("two", 20, 8)]),
            Minute
        );
        Assert.True(schedule.Proved);
        Assert.Equal(0, schedule.Unserved);
        Assert.Single(schedule.Teams.Select(team => team.Session).Distinct());
        Assert.Equal(4000 + (10 * 100), schedule.Cost);
        Assert.Equal(schedule.Cost, schedule.Teams.Sum(team => team.Share));
        Assert.All(schedule.Teams, team => Assert.True(team.Share < team.Alone));
        Assert.Equal(1600 + 400, schedule.Teams[0].Share);
        Assert.Equal(4000 + 400 + 400, schedule.Teams[0].Alone);
        Assert.Equal(schedule.Teams.Sum(team => team.Alone - team.Share), schedule.Saving);
    }

    [Fact]
    public void Below_the_minimum_no_session_is_held()
    {
        var schedule = TrainingScheduler.Schedule(
            Needs([Team("a", 4)], [Session("one", 20, 8)]),
            Minute
        );
        Assert.Equal(4, schedule.Unserved);
        Assert.Null(schedule.Teams[0].Session);
        Assert.Equal(0, schedule.Cost);
    }

    [Fact]
    public void Who_can_be_served_comes_before_how_far_and_how_far_before_how_much()
    {
        var cheapAndFar = Session("far", 20, 0) with { At = Near, Cost = 10 };
        var dearAndNear = Session("near", 20, 0) with { Cost = 9000 };
        var schedule = TrainingScheduler.Schedule(
            Needs([Team("a", 4)], [cheapAndFar, dearAndNear]),
            Minute
        );
        Assert.Equal(1, schedule.Teams[0].Session);
        Assert.Equal(0, schedule.LongestDrive);
    }

    [Fact]
    public void A_date_a_curriculum_a_drive_and_a_busy_provider_shut_a_team_out()
    {
        TrainingTeam[] teams =
        [
            Team("date", 4) with
            {
                Dates = ["2027-08-01"],
            },
            Team("course", 4) with
            {
                Curriculum = "Other",
            },
            Team("far", 4) with
            {
                From = new Place(45, -71),
            },
        ];
        var schedule = TrainingScheduler.Schedule(Needs(teams, [Session("one", 20, 0)]), Minute);
        Assert.Equal(12, schedule.Unserved);

        var busy = TrainingScheduler.Schedule(
            Needs(
                [Team("a", 10), Team("b", 10)],
                [
                    Session("one", 10, 0) with
                    {
                        Provider = "lab",
                    },
                    Session("two", 10, 0) with
                    {
                        Provider = "lab",
                    },
                ]
            ),
            Minute
        );
        Assert.Equal(10, busy.Unserved);
    }

    [Fact]
    public void A_team_that_was_told_of_a_session_stays_unless_much_is_saved()
    {
        TrainingSession[] sessions =
        [
            Session("cheap", 20, 0) with
            {
                Cost = 3800,
            },
            Session("told", 20, 0),
        ];
        TrainingTeam[] told = [Team("a", 4) with { Kept = "told" }];
        Assert.Equal(1, TrainingScheduler.Schedule(Needs(told, sessions), Minute).Teams[0].Session);
        sessions[0] = sessions[0] with { Cost = 1000 };
        var moved = TrainingScheduler.Schedule(Needs(told, sessions), Minute);
        Assert.Equal(0, moved.Teams[0].Session);
        Assert.Equal((1400m, 1400m), (moved.Cost, moved.Bound));
    }

    [Fact]
    public void A_schedule_is_as_good_as_trying_everything_finds() =>
        Small.Sample(
            needs =>
            {
                var schedule = TrainingScheduler.Schedule(needs, Minute);
                Assert.True(schedule.Proved);
                Assert.Equal(
                    Best(needs),
                    (schedule.Unserved, schedule.LongestDrive, schedule.Cost)
                );
            },
            iter: 100,
            threads: 1
        );

    [Fact]
    public void A_drive_is_a_great_circle_and_a_third_more() =>
        Assert.InRange(new Place(42.36, -71.06).DriveTo(new Place(42.26, -71.80)), 49, 51.5);

    [Fact]
    public void Impossible_needs_are_refused_in_a_sentence()
    {
        TrainingNeeds[] refused =
        [
            Needs([Team("a", 0)], []),
            Needs([Team("a", 1) with { Kept = "none" }], []),
            Needs([], [Session("one", 5, 6)]),
            Needs([], [Session("one", 5, 0), Session("one", 5, 0)]),
        ];
        Assert.All(
            refused,
            needs =>
                Assert.Throws<InputRefusedException>(() =>
                    TrainingScheduler.Schedule(needs, Minute)
                )
        );
    }

    private static readonly Gen<TrainingNeeds> Small =
        from teachers in Gen.Int[1, 6].Array[1, 4]
        from place in Gen.Int[0, 3].Array[4]
        from seats in Gen.Int[2, 10].Array[1, 3]
        from least in Gen.Int[0, 6].Array[3]
        from cost in Gen.Int[0, 50].Array[3]
        from at in Gen.Int[0, 3].Array[3]
        select Needs(
            [
                .. teachers.Select(
                    (count, i) =>
                        Team($"t{i}", count) with
                        {
                            From = new Place(42 + (0.1 * place[i]), -71),
                        }
                ),
            ],
            [
                .. seats.Select(
                    (count, i) =>
                        Session($"s{i}", count, Math.Min(least[i], count)) with
                        {
                            Cost = 100 * cost[i],
                            At = new Place(42 + (0.1 * at[i]), -71),
                        }
                ),
            ]
        );

    private static (int Unserved, double Longest, decimal Cost) Best(TrainingNeeds needs)
    {
        var choices = needs.Sessions.Count + 1;
        var best = (int.MaxValue, 0.0, 0m);
        for (var code = 0; code < (int)Math.Pow(choices, needs.Teams.Count); code++)
        {
            var rest = code;
            var (unserved, longest, cost, fits) = (0, 0.0, 0m, true);
            var seats = new int[needs.Sessions.Count];
            foreach (var team in needs.Teams)
            {
                var choice = (rest % choices) - 1;
                rest /= choices;
                if (choice < 0)
                {
                    unserved += team.Teachers;
                    continue;
                }

                var session = needs.Sessions[choice];
                fits &= needs.CanGo(team, session);
                seats[choice] += team.Teachers;
                longest = Math.Max(longest, team.From.DriveTo(session.At));
                cost += needs.Going(team, session) / 100m;
            }

            for (var session = 0; session < seats.Length; session++)
            {
                var one = needs.Sessions[session];
                fits &=
                    seats[session] == 0
                    || (seats[session] >= one.Least && seats[session] <= one.Seats);
                cost += seats[session] > 0 ? one.Cost : 0;
            }

            if (fits && (unserved, longest, cost).CompareTo(best) < 0)
            {
                best = (unserved, longest, cost);
            }
        }

        return best;
    }

    private static TrainingNeeds Needs(
        IReadOnlyList<TrainingTeam> teams,
        IReadOnlyList<TrainingSession> sessions
    ) => new() { Teams = teams, Sessions = sessions };

    private static TrainingTeam Team(string district, int teachers) =>
        new(district, "CSP", teachers, Here, []);

    private static TrainingSession Session(string name, int seats, int least) =>
        new(name, "CSP", "2027-07-06", "", Here, seats, least, 4000, 100);
}
