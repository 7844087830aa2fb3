namespace Throughline.Analysis.Projection;

/// <summary>
/// Who gets a seat where more are asked for than there are: a required course first, then everybody in proportion. By share, a group's
/// seats follow its part of the students who are not yet competent, and what it does not ask for goes to the others.
/// </summary>
internal sealed class SeatShares(int groups)
{
    private readonly double[,] open = new double[4, groups];
    private readonly double[,] asked = new double[4, groups];

    /// <summary>Seats by grade 9 to 12 and group.</summary>
    public double[,] Given { get; } = new double[4, groups];

    public void Ask(int grade, int group, double openHere, double askedHere)
    {
        open[grade, group] = openHere;
        asked[grade, group] = askedHere;
        Given[grade, group] = 0;
    }

    public void Give(double seats, int requiredGrade, bool byShare)
    {
        if (requiredGrade >= 0)
        {
            seats -= Give(seats, requiredGrade, requiredGrade + 1, -1, byShare);
        }

        Give(seats, 0, 4, requiredGrade, byShare);
    }

    private double Give(double seats, int from, int to, int except, bool byShare)
    {
        var given = 0.0;
        if (byShare)
        {
            var everybody = Sum(open, from, to, except, -1);
            for (var group = 0; group < groups; group++)
            {
                var part = everybody > 0 ? Sum(open, from, to, except, group) / everybody : 0;
                given += Fill(seats * part, from, to, except, group);
            }
        }

        return given + Fill(seats - given, from, to, except, -1);
    }

    /// <summary>Gives up to so many seats to what is still asked for, in proportion; answers how many.</summary>
    private double Fill(double seats, int from, int to, int except, int only)
    {
        var wanted = Sum(asked, from, to, except, only) - Sum(Given, from, to, except, only);
        if (wanted <= 0 || seats <= 0)
        {
            return 0;
        }

        var part = Math.Min(1, seats / wanted);
        for (var grade = from; grade < to; grade++)
        {
            for (var group = 0; group < groups; group++)
            {
                if (grade != except && (only < 0 || only == group))
                {
                    Given[grade, group] += part * (asked[grade, group] - Given[grade, group]);
                }
            }
        }

        return part * wanted;
    }

    private double Sum(double[,] of, int from, int to, int except, int only)
    {
        var sum = 0.0;
        for (var grade = from; grade < to; grade++)
        {
            for (var group = 0; group < groups; group++)
            {
                if (grade != except && (only < 0 || only == group))
                {
                    sum += of[grade, group];
                }
            }
        }

        return sum;
    }
}
