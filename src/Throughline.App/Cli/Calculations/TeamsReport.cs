using System.Diagnostics;
using System.Globalization;
using System.Text;
using Throughline.Analysis.Training;

namespace Throughline.App.Cli.Calculations;

/// <summary>A schedule of teams, for scripts and in sentences.</summary>
public static class TeamsReport
{
    public static int Finish(
        Output output,
        TrainingNeeds needs,
        TimeSpan limit,
        Stopwatch clock,
        CancellationToken cancel
    )
    {
        var schedule = TrainingScheduler.Schedule(needs, limit, cancel);
        var held = schedule
            .Teams.Where(team => team.Session is not null)
            .Select(team => needs.Sessions[team.Session!.Value].Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return output.Finish(
            new
            {
                cost = schedule.Cost,
                bound = schedule.Bound,
                proved = schedule.Proved,
                open = held,
                unserved = schedule.Unserved,
                longestDriveMiles = schedule.LongestDrive,
                saving = schedule.Saving,
                teams = schedule.Teams.Select(team => new
                {
                    district = needs.Teams[team.Team].District,
                    curriculum = needs.Teams[team.Team].Curriculum,
                    teachers = needs.Teams[team.Team].Teachers,
                    session = team.Session is { } at ? needs.Sessions[at].Name : null,
                    miles = team.Miles,
                    share = team.Share,
                    alone = team.Alone,
                }),
                elapsedMs = clock.ElapsedMilliseconds,
            },
            Sentences(needs, schedule, held)
        );
    }

    private static string Sentences(
        TrainingNeeds needs,
        TrainingSchedule schedule,
        List<string> held
    )
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{held.Count} sessions for {schedule.Cost:N2}, the longest drive {schedule.LongestDrive:0.0} miles; {schedule.Saving:N2} less than alone."
        );
        foreach (var team in schedule.Teams)
        {
            var who = needs.Teams[team.Team];
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{who.District}, {who.Curriculum}, {who.Teachers} teachers: "
            );
            text.Append(
                team.Session is { } at
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{needs.Sessions[at].Name} on {needs.Sessions[at].Date}, {team.Miles:0.0} miles, {team.Share:N2}"
                    )
                    : "no session can seat them"
            );
        }

        return text.ToString();
    }
}
