using Throughline.Directory.Reading;

namespace Throughline.Bench;

/// <summary>Makes the shipped directory from a full state file: compact-directory SOURCE ENDYEAR TARGET.</summary>
static class CompactDirectoryFile
{
    public static int Run(string[] args)
    {
        if (args is not [var source, var year, var target])
        {
            Console.WriteLine("compact-directory SOURCE ENDYEAR TARGET");
            return 2;
        }

        using var file = DirectoryFile.Open(source);
        var reading = file.Read(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture));
        using var writer = new StreamWriter(target);
        CompactDirectory.Write(reading, writer);
        Console.WriteLine(
            $"{reading.Schools.Count} schools, {reading.Districts.Count} districts, {reading.Pupils} pupils"
        );
        return 0;
    }
}
