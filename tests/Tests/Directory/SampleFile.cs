using System.Text;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

/// <summary>A small state file whose cells a test can bend.</summary>
sealed class SampleFile
{
    public List<string> Header { get; } =
    [
        "School Code",
        "School Name",
        "School Type",
        "Contact Name",
        "Address 1",
        "Town",
        "State",
        "Zip",
        "Grade",
        "District Name",
        "District Code",
        .. GradeCodes.All.Select(grade => grade + "_Enrollment"),
        "TOTAL_Enrollment",
        "English Language Learner",
        "% English Language Learner",
        "High Needs",
        "% High Needs",
        "% Males",
    ];

    public List<List<string>> Rows { get; } = [];

    public static SampleFile Of(int schools)
    {
        var sample = new SampleFile();
        for (var index = 0; index < schools; index++)
        {
            var (district, pupils) = ((index / 5) + 1, 100 + index);
            sample.Rows.Add([
                $"{district:D4}{(index % 5) + 1:D4}",
                $"School {index}",
                "Public School",
                $"Person Number{index}",
                $"{index} Main Street",
                $"Town {district}",
                "MA",
                "2351",
                "09,10,11,12",
                $"District {district}",
                $"{district:D4}0000",
                .. GradeCodes.All.Select(grade => grade == "9" ? $"{pupils}" : "0"),
                $"{pupils}",
                "10.0",
                $"{1000.0 / pupils:0.0}",
                "20",
                $"{2000.0 / pupils:0.0}",
                "49.5",
            ]);
        }

        return sample;
    }

    public SampleFile With(int row, string column, string cell)
    {
        Rows[row][Header.IndexOf(column)] = cell;
        return this;
    }

    public SampleFile Without(string column)
    {
        var place = Header.IndexOf(column);
        Header.RemoveAt(place);
        Rows.ForEach(row => row.RemoveAt(place));
        return this;
    }

    public SampleFile Named(string column, string name)
    {
        Header[Header.IndexOf(column)] = name;
        return this;
    }

    public byte[] Bytes(string lineEnd = "\r\n")
    {
        return Encoding.UTF8.GetBytes(
            string.Concat(
                Rows.Prepend(Header).Select(row => string.Join(',', row.Select(Quoted)) + lineEnd)
            )
        );
    }

    public DirectoryReading Read(DirectoryLimits? limits = null)
    {
        return Read(Bytes(), limits: limits);
    }

    public static DirectoryReading Read(
        byte[] bytes,
        string name = "schools.csv",
        int? year = 2017,
        DirectoryLimits? limits = null
    )
    {
        using var file = DirectoryFile.Open(new MemoryStream(bytes), name, limits: limits);
        return file.Read(year);
    }

    public static string Refusal(
        byte[] bytes,
        string name = "schools.csv",
        int? year = 2017,
        DirectoryLimits? limits = null
    )
    {
        return Assert
            .Throws<DirectoryRefusedException>(() => Read(bytes, name, year, limits))
            .Message;
    }

    static string Quoted(string cell)
    {
        return cell.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }
}
