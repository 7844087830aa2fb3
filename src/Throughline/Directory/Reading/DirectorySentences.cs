using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>
/// What the reader says about a file. A cell's text is never repeated: in a shifted row it may be a person's name.
/// </summary>
static class DirectorySentences
{
    const int LongestShown = 80;

    public const string NegativeCount = "A count cannot be negative.";
    public const string NotWhole = "A count must be a whole number.";
    public const string NotANumber = "This is not a number.";
    public const string NotAShare = "A percentage lies between 0 and 100.";
    public const string LocaleDecimal =
        "The number is written with a comma; write 24.0 or 24, and thousands without a separator.";
    public const string TooManyPupils = "No school has more than 65,000 pupils.";
    public const string Hidden = "The source hides this figure; it is kept as not reported.";
    public const string Formula = "The cell begins like a spreadsheet formula (=, +, - or @).";
    public const string InvisibleCharacter =
        "The text holds a control character or an invisible character.";
    public const string NotACode =
        "A code has 8 digits, such as 00010505; a spreadsheet may have dropped its leading zeros. The row was left out.";
    public const string Blank = "This cell must not be blank. The row was left out.";
    public const string NotADistrictCode =
        "A district code has 8 digits and ends in 0000. The row was left out.";
    public const string OtherDistrict =
        "The first four digits of the school code and the district code differ. The row was left out.";
    public const string NotAGradeList = "This is not a list of grades such as PK,K,01,02.";
    public const string NotAKind = "The school type is neither public nor charter.";
    public const string NotAState = "A state has two letters, such as MA.";
    public const string NotAZip = "A ZIP code has five digits, such as 02351.";
    public const string MoreThanAll = "The group counts more pupils than the school has.";
    public const string NotASchoolYear = "A school year reads 2016-17.";

    public static string Shown(ReadOnlySpan<char> text)
    {
        var shown =
            text.Length > LongestShown ? string.Concat(text[..LongestShown], "…") : text.ToString();
        return shown.AsSpan().ContainsAnyInRange('\0', '\u001F')
            ? string.Concat(shown.Select(character => char.IsControl(character) ? ' ' : character))
            : shown;
    }

    public static string Number(long value)
    {
        return value.ToString("N0", CultureInfo.InvariantCulture);
    }

    public static string SmallGrades(int smallest) =>
        $"Grades of a school are left out where one has fewer than {smallest} students, or all of the school's but fewer than {smallest}: so few could be known.";

    public static string SmallSchool(int smallest) =>
        $"The number of students is left out where it is below {smallest}: so few could be known.";

    public static string SmallChange(int smallest) =>
        $"The figures stored for the same school year stay where the new ones differ by fewer than {smallest} students, or show other measures: the two together would tell of a few.";

    public static string Empty(string file) =>
        $"{file} is empty: a directory file has a header row and one row per school.";

    public static string TooManyBytes(string file, long limit) =>
        $"{file} is larger than {Number(limit / 1_000_000)} MB.";

    public static string TooManyRows(string file, int limit) =>
        $"{file} has more than {Number(limit)} rows.";

    public static string TooManyColumns(string file, int limit) =>
        $"{file} has more than {Number(limit)} columns.";

    public static string RowTooLong(string file, int row, int limit) =>
        $"Row {Number(row)} of {file} is longer than {Number(limit)} characters; a quotation mark may be missing.";

    public static string HeaderTooLong(string file, int limit) =>
        $"The first row of {file} is longer than {Number(limit)} characters.";

    public static string BadQuotes(string file, int row) =>
        $"Row {Number(row)} of {file} has a quotation mark that is never closed or stands in the wrong place.";

    public static string Damaged(string file) => $"{file} is damaged and cannot be unpacked.";

    public static string NotCommas(string file) =>
        $"{file} is not separated by commas. Save it as “CSV UTF-8 (comma delimited)”.";

    public static string NulByte(string file, long position, int line) =>
        $"{file} holds a NUL byte at byte {Number(position)} (line {Number(line)}); it is not a text file, or it is saved as UTF-16. Save it as “CSV UTF-8”.";

    public static string NotUtf8(string file, long position, int line, byte value) =>
        $"{file} is not UTF-8: byte {Number(position)} (line {Number(line)}) is 0x{value:X2}, as in Latin-1 or Windows-1252. Save it as “CSV UTF-8”.";

    public static string Ragged(int expected, int found) =>
        $"The row has {Number(found)} fields instead of {Number(expected)}; a comma or a quotation mark may be missing. The row was left out.";

    public static string CellTooLong(int limit) =>
        $"The cell is longer than {Number(limit)} characters. The row was left out.";

    public static string TextTooLong(int limit) =>
        $"The text is longer than {Number(limit)} characters.";

    public static string NumberTooLong(int digits) =>
        $"A number of {Number(digits)} characters is too long for a school's figure.";

    public const string DoubledColumn =
        "The column stands twice; nobody can say which of the two is meant.";
    public const string OtherDistrictName =
        "Other rows give this district another name; the name most rows use is kept.";
    public const string Personal = "About a person; never read.";

    public static string MissingColumns(string file, IReadOnlyList<string> missing) =>
        $"{file} lacks {(missing.Count == 1 ? "the column" : "the columns")} {Listed(missing)}. Required are {Listed(MassachusettsColumns.Required)}.";

    public static string DoubledColumns(string file, IReadOnlyList<string> doubled) =>
        $"{file} has {(doubled.Count == 1 ? "this column" : "these columns")} twice: {Listed(doubled)}.";

    public static string DoubledCode(int row) =>
        $"Row {Number(row)} already has this school code. The row was left out.";

    public static string WrongTotal(int sum, int total) =>
        $"The grades add up to {Number(sum)}, the total says {Number(total)}; none of the row's enrollment figures are kept.";

    public static string WrongPercentages(int wrong, int judged, string count, int points) =>
        $"In {Number(wrong)} of {Number(judged)} rows the percentage is more than {points} points away from the count in “{count}”; the counts are kept.";

    public static string WrongPercentage(int tenths, int count, int total) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The cell says {tenths / 10m:0.0} percent; {count} of {total} pupils are {100m * count / total:0.0} percent. The count is kept."
        );

    public static string NoSchoolYear(string file) =>
        $"{file} does not say which school year it is for. Give the year in which the school year ends.";

    public static string OtherSchoolYear(string file, int row, string found, string expected) =>
        $"Row {Number(row)} of {file} is for the school year {found}, not {expected}. A file holds one school year.";

    public static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => $"“{name}”"));

    public const string UnknownOrgType =
        "The type of an organization is school, district, local, state, national or department. The row was left out.";
    public const string OtherOrgs =
        "Organizations that are neither school nor district are passed over.";
    public const string DoubledIdentifier =
        "Another organization of this type has the same identifier. The row was left out.";
    public const string NoDistrict =
        "No district stands above this school. The school was left out.";
    public const string UnknownParent = "The parent is not in the file. The school was left out.";
    public const string ToBeDeleted = "Rows marked “tobedeleted” are passed over.";
    public const string OddDates = "Dates are not written as 2023-05-01; they are not used.";
    public const string NotADate = "A date is written as 2023-05-01. The session was left out.";
    public const string NotAnEndYear =
        "A school year is the year in which it ends, such as 2023. The session was left out.";
    public const string YearAgainstDates =
        "The session's dates lie in another school year; a school year is named after the year in which it ends.";
    public const string NotAGradeCode =
        "This is not a grade; the pupil counts in the school's total alone.";
    public const string OnlyChanges =
        "The file holds changes only (delta); pupils are counted from a whole file (bulk).";

    public static string UnknownFormat(string format, IEnumerable<string> known) =>
        $"“{Shown(format)}” is not a format of a directory file. Known are {Listed(known)}.";

    public static string OtherFormat(string file, string asked, string found) =>
        $"{file} is not what its format says: asked for {asked}, found {found}.";

    public static string IsForeign(string file, string what) =>
        $"{file} is {what}, not a directory file. Save the table as “CSV UTF-8”.";

    public static string NotWhatItsNameSays(string file, bool zip) =>
        $"{file} is not what its name says: it is {(zip ? "a zip archive" : "text, not a zip archive")}.";

    public static string NotADirectory(string file) =>
        $"{file} is not a known directory file. A Massachusetts school file has the columns {Listed(MassachusettsColumns.Required)}; a OneRoster file is a zip with manifest.csv and orgs.csv.";

    public static string LooseRosterTable(string file, IReadOnlyList<string> missing) =>
        $"{file} is a table of a roster database, not a OneRoster file. Expected is a zip with manifest.csv and orgs.csv, whose columns are {Listed(OneRosterColumns.Required(OneRosterColumns.Orgs))}"
        + (missing.Count == 0 ? "." : $"; this table lacks {Listed(missing)}.");

    public static string MissingRosterColumns(
        string file,
        IReadOnlyList<string> missing,
        IEnumerable<string> required
    ) =>
        $"{file} lacks {(missing.Count == 1 ? "the column" : "the columns")} {Listed(missing)}. Required are {Listed(required)}.";

    public static string UnknownRosterColumn(string? near) =>
        near is null
            ? "Not a column of OneRoster; not read."
            : $"Not a column of OneRoster, perhaps a misspelling of “{near}”; not read.";

    public static string NoTable(string file, string table) =>
        $"{file} has no {table}. A OneRoster file is a zip with manifest.csv and orgs.csv.";

    public static string DoubledTable(string file, string table) =>
        $"{file} holds “{table}” twice.";

    public static string Encrypted(string file) => $"{file} is locked with a password.";

    public static string TooManyEntries(string file, int limit) =>
        $"{file} holds more than {Number(limit)} files.";

    public static string InflatesTooMuch(string file, long limit) =>
        $"{file} unpacks to more than {Number(limit / 1_000_000)} MB.";

    public static string InflatesTooFast(string file, int ratio) =>
        $"{file} unpacks to more than {Number(ratio)} times its size.";

    public static string OtherRosterVersion(string file) =>
        $"{file} does not say that it is OneRoster 1.1 or 1.2.";
}
