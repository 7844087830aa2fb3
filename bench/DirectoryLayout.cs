using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Throughline.Directory.Reading;

namespace Throughline.Bench;

/// <summary>Three ways of laying out enrollment figures in tables.</summary>
sealed record DirectoryLayout(
    string Name,
    string FigureTable,
    Action<SqliteConnection, SqliteTransaction, DirectoryReading> InsertFigures
)
{
    const string Places = """
        CREATE TABLE directory_district(code TEXT PRIMARY KEY, name TEXT NOT NULL, town TEXT, state TEXT) WITHOUT ROWID;
        CREATE TABLE directory_school(code TEXT PRIMARY KEY, district_code TEXT NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL,
            street TEXT, town TEXT, state TEXT, zip TEXT, grades INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX directory_school_district ON directory_school(district_code);

        """;

    public static IReadOnlyList<DirectoryLayout> All { get; } =
    [
        new(
            "one row per school, figures as JSON",
            "CREATE TABLE directory_enrolment(school_code TEXT, end_year INTEGER, total INTEGER, figures TEXT NOT NULL, PRIMARY KEY(school_code, end_year)) WITHOUT ROWID",
            InsertJson
        ),
        new(
            "one row per school, a column per figure",
            $"CREATE TABLE directory_enrolment(school_code TEXT, end_year INTEGER, {string.Join(", ", SchoolFigures.All.Select(figure => $"{figure} INTEGER"))}, PRIMARY KEY(school_code, end_year)) WITHOUT ROWID",
            InsertColumns
        ),
        new(
            "one row per figure",
            "CREATE TABLE directory_enrolment(school_code TEXT, end_year INTEGER, figure INTEGER, value INTEGER, PRIMARY KEY(school_code, end_year, figure)) WITHOUT ROWID",
            InsertEach
        ),
    ];

    public string Tables => Places + FigureTable;

    public void Insert(
        SqliteConnection connection,
        SqliteTransaction transaction,
        DirectoryReading reading
    )
    {
        using (var district = new Prepared(connection, transaction, "directory_district", 4))
        {
            foreach (var row in reading.Districts)
            {
                district.Run(row.Code, row.Name, row.Town, row.State);
            }
        }

        using (var school = new Prepared(connection, transaction, "directory_school", 9))
        {
            foreach (var row in reading.Schools)
            {
                school.Run(
                    row.Code,
                    row.DistrictCode,
                    row.Name,
                    (int)row.Kind,
                    row.Street,
                    row.Town,
                    row.State,
                    row.Zip,
                    (int)row.GradesServed.Bits
                );
            }
        }

        InsertFigures(connection, transaction, reading);
    }

    static int? Value(SchoolFigures figures, Figure figure)
    {
        return figures.Count(figure) ?? (int?)(figures.Share(figure) * 10);
    }

    static void InsertJson(
        SqliteConnection connection,
        SqliteTransaction transaction,
        DirectoryReading reading
    )
    {
        using var insert = new Prepared(connection, transaction, "directory_enrolment", 4);
        var json = new StringBuilder();
        foreach (var school in reading.Schools)
        {
            json.Clear().Append('{');
            foreach (var figure in SchoolFigures.All)
            {
                if (Value(school.Figures, figure) is { } value)
                {
                    json.Append(json.Length == 1 ? "\"" : ",\"")
                        .Append(figure.ToString())
                        .Append("\":")
                        .Append(CultureInfo.InvariantCulture, $"{value}");
                }
            }

            insert.Run(
                school.Code,
                reading.EndYear,
                school.Figures.Pupils,
                json.Append('}').ToString()
            );
        }
    }

    static void InsertColumns(
        SqliteConnection connection,
        SqliteTransaction transaction,
        DirectoryReading reading
    )
    {
        using var insert = new Prepared(
            connection,
            transaction,
            "directory_enrolment",
            SchoolFigures.All.Count + 2
        );
        var row = new object?[SchoolFigures.All.Count + 2];
        foreach (var school in reading.Schools)
        {
            (row[0], row[1]) = (school.Code, reading.EndYear);
            for (var figure = 0; figure < SchoolFigures.All.Count; figure++)
            {
                row[figure + 2] = Value(school.Figures, (Figure)figure);
            }

            insert.Run(row);
        }
    }

    static void InsertEach(
        SqliteConnection connection,
        SqliteTransaction transaction,
        DirectoryReading reading
    )
    {
        using var insert = new Prepared(connection, transaction, "directory_enrolment", 4);
        foreach (var school in reading.Schools)
        {
            foreach (var figure in SchoolFigures.All)
            {
                if (Value(school.Figures, figure) is { } value)
                {
                    insert.Run(school.Code, reading.EndYear, (int)figure, value);
                }
            }
        }
    }

    sealed class Prepared : IDisposable
    {
        readonly SqliteCommand command;

        public Prepared(
            SqliteConnection connection,
            SqliteTransaction transaction,
            string table,
            int columns
        )
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(column => $"$p{column}"))})";
            for (var column = 0; column < columns; column++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{column}" });
            }

            command.Prepare();
        }

        public void Run(params ReadOnlySpan<object?> values)
        {
            for (var column = 0; column < values.Length; column++)
            {
                command.Parameters[column].Value = values[column] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        public void Dispose()
        {
            command.Dispose();
        }
    }
}
