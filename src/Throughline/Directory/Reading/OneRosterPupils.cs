namespace Throughline.Directory.Reading;

/// <summary>
/// Counts pupils by school and grade. Ids of users are needed to count nobody twice and are forgotten with this object; names,
/// addresses and passwords are never looked at.
/// </summary>
sealed class OneRosterPupils(OrderedDictionary<string, DirectorySchool> schools)
{
    readonly Dictionary<string, int> gradeOfUser = new(StringComparer.Ordinal);
    readonly HashSet<(string User, int School)> counted = [];

    /// <summary>Answers the table and the column that say who belongs to which school.</summary>
    public string Count(RosterArchive archive, Func<string, RosterTable> open)
    {
        var counts = archive.Has(OneRosterColumns.Users) && CountUsers(open);
        if (
            counts
            || !(archive.Has(OneRosterColumns.Roles) || archive.Has(OneRosterColumns.Enrollments))
        )
        {
            return $"{OneRosterColumns.Users} orgSourcedIds";
        }

        var table = archive.Has(OneRosterColumns.Roles)
            ? OneRosterColumns.Roles
            : OneRosterColumns.Enrollments;
        using var rows = open(table);
        var schoolColumn = table == OneRosterColumns.Roles ? "orgSourcedId" : "schoolSourcedId";
        while (rows.Read())
        {
            if (IsStudent(rows.Cell("role")))
            {
                var user = rows.Cell("userSourcedId").ToString();
                Add(user, rows.Cell(schoolColumn), gradeOfUser.GetValueOrDefault(user, -1));
            }
        }

        return $"{table} {schoolColumn}";
    }

    /// <summary>Version 1.1 says role and schools of a user in the row itself; 1.2 says them in roles.csv.</summary>
    bool CountUsers(Func<string, RosterTable> open)
    {
        using var rows = open(OneRosterColumns.Users);
        var saysSchools = rows.Has("role") && rows.Has("orgSourcedIds");
        while (rows.Read())
        {
            var grade = GradeOf(rows);
            if (!saysSchools)
            {
                gradeOfUser[rows.Cell("sourcedId").ToString()] = grade;
            }
            else if (IsStudent(rows.Cell("role")))
            {
                var user = rows.Cell("sourcedId").ToString();
                var places = rows.Cell("orgSourcedIds");
                foreach (var part in places.Split(','))
                {
                    Add(user, places[part].Trim(), grade);
                }
            }
        }

        return saysSchools;
    }

    static bool IsStudent(ReadOnlySpan<char> role)
    {
        return role.Equals("student", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A pupil with several grades counts in the total alone: no grade is chosen for them.</summary>
    static int GradeOf(RosterTable rows)
    {
        var text = rows.Cell("grades");
        if (text.IsEmpty || text.Contains(','))
        {
            return -1;
        }

        var grade = text.Equals("UG", StringComparison.OrdinalIgnoreCase)
            ? GradeCodes.IndexOf("SP")
            : GradeCodes.IndexOf(text);
        if (grade < 0)
        {
            rows.Refuse("grades", DirectorySentences.NotAGradeCode);
        }

        return grade;
    }

    void Add(string user, ReadOnlySpan<char> place, int grade)
    {
        var index = schools.IndexOf(place.ToString());
        if (index < 0 || !counted.Add((user, index)))
        {
            return;
        }

        var figures = schools.GetAt(index).Value.Figures;
        if (figures.Count(Figure.Total) == SchoolFigures.MostPupils)
        {
            throw new DirectoryRefusedException(DirectorySentences.TooManyPupils);
        }

        figures.Set(Figure.Total, (figures.Count(Figure.Total) ?? 0) + 1);
        if (grade >= 0)
        {
            figures.Set(Figure.GradePK + grade, (figures.Count(Figure.GradePK + grade) ?? 0) + 1);
        }
    }
}
