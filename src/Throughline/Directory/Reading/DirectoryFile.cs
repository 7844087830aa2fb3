namespace Throughline.Directory.Reading;

/// <summary>A file somebody gave: what it is, and what it says. Nothing is written anywhere.</summary>
public sealed class DirectoryFile : IDisposable
{
    readonly Stream stream;
    readonly string name;
    readonly DirectoryLimits limits;

    DirectoryFile(Stream stream, string name, string format, DirectoryLimits limits)
    {
        (this.stream, this.name, Format, this.limits) = (stream, name, format, limits);
    }

    public static IReadOnlyList<string> Formats { get; } =
    [MassachusettsSchoolFile.Format, OneRosterZip.Format];

    public string Format { get; }

    public static DirectoryFile Open(
        string path,
        string? format = null,
        DirectoryLimits? limits = null
    )
    {
        var opened = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.SequentialScan
        );
        try
        {
            return Open(opened, Path.GetFileName(path), format, limits);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The stream must be seekable, and belongs to the file from here on.</summary>
    public static DirectoryFile Open(
        Stream stream,
        string name,
        string? format = null,
        DirectoryLimits? limits = null
    )
    {
        limits ??= DirectoryLimits.Default;
        name = DirectorySentences.Shown(name);
        if (format is not null && !Formats.Contains(format))
        {
            throw new DirectoryRefusedException(DirectorySentences.UnknownFormat(format, Formats));
        }

        if (stream.Length > limits.Bytes)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.TooManyBytes(name, limits.Bytes)
            );
        }

        var found = FileContents.Look(stream, name) switch
        {
            FileContent.Zip => OneRosterZip.Format,
            _ => TextFormat(stream, name, format, limits),
        };
        if (format is not null && format != found)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.OtherFormat(name, format, found)
            );
        }

        return new DirectoryFile(stream, name, found, limits);
    }

    /// <summary>
    /// Throws <see cref="DirectoryRefusedException"/> when the file as a whole is refused. The year is the one in which the school
    /// year ends; it may be left out when the file says it.
    /// </summary>
    public DirectoryReading Read(
        int? endYear = null,
        IProgress<long>? progress = null,
        CancellationToken cancel = default
    )
    {
        stream.Position = 0;
        return Format == OneRosterZip.Format
            ? OneRosterZip.Read(stream, name, endYear, limits, progress, cancel)
            : MassachusettsSchoolFile.Read(stream, name, endYear, limits, progress, cancel);
    }

    public void Dispose()
    {
        stream.Dispose();
    }

    static string TextFormat(Stream stream, string name, string? format, DirectoryLimits limits)
    {
        var tally = new ReadingTally(limits);
        var guarded = new GuardedStream(new UnownedStream(stream), name, limits.Bytes);
        using var table = new CsvTable(guarded, name, limits, tally, null, CancellationToken.None);
        HashSet<string> keys = [.. table.Header.Select(column => MassachusettsColumns.Key(column))];
        var known = MassachusettsColumns.Required.Count(column =>
            keys.Contains(MassachusettsColumns.Key(column))
        );
        if (known >= 2 || (format == MassachusettsSchoolFile.Format && !keys.Contains("SOURCEDID")))
        {
            return MassachusettsSchoolFile.Format;
        }

        throw new DirectoryRefusedException(
            OneRosterColumns.LooksLikeRoster(keys)
                ? DirectorySentences.LooseRosterTable(name, OneRosterColumns.MissingFromOrgs(keys))
                : DirectorySentences.NotADirectory(name)
        );
    }
}
