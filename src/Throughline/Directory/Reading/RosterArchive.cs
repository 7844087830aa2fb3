using System.IO.Compression;

namespace Throughline.Directory.Reading;

/// <summary>Opens the tables of a zip and counts what comes out of it: the sizes a zip declares can lie.</summary>
sealed class RosterArchive : IDisposable
{
    readonly ZipArchive archive;
    readonly string file;
    readonly DirectoryLimits limits;
    long inflatedInAll;

    public RosterArchive(Stream stream, string file, DirectoryLimits limits)
    {
        (this.file, this.limits) = (file, limits);
        CountEntries(stream, file, limits.ZipEntries);
        stream.Position = 0;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            CheckEntries();
        }
        catch (InvalidDataException)
        {
            archive?.Dispose();
            throw new DirectoryRefusedException(DirectorySentences.Damaged(file));
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    public bool Has(string table)
    {
        return Find(table) is not null;
    }

    public Stream Open(string table)
    {
        var entry =
            Find(table)
            ?? throw new DirectoryRefusedException(DirectorySentences.NoTable(file, table));
        if (entry.IsEncrypted)
        {
            throw new DirectoryRefusedException(DirectorySentences.Encrypted(file));
        }

        long inflated = 0;
        var checksum = new Crc32();
        try
        {
            return new GuardedStream(
                entry.Open(),
                table,
                limits.Bytes,
                bytes =>
                {
                    checksum.Add(bytes);
                    inflated += bytes.Length;
                    Count(bytes.Length, inflated, entry.CompressedLength);
                    if (bytes.IsEmpty && checksum.Value != entry.Crc32)
                    {
                        throw new DirectoryRefusedException(DirectorySentences.Damaged(file));
                    }
                }
            );
        }
        catch (InvalidDataException)
        {
            throw new DirectoryRefusedException(DirectorySentences.Damaged(file));
        }
    }

    public void Dispose()
    {
        archive.Dispose();
    }

    /// <summary>Before the archive is opened, because opening it makes an object of every entry.</summary>
    static void CountEntries(Stream stream, string file, int most)
    {
        var mark = "PK\u0001\u0002"u8;
        var buffer = new byte[1 << 16];
        var (kept, entries, read) = (0, 0, 0);
        stream.Position = 0;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var seen = buffer.AsSpan(0, kept + read);
            entries += seen.Count(mark);
            if (entries > most)
            {
                throw new DirectoryRefusedException(DirectorySentences.TooManyEntries(file, most));
            }

            kept = Math.Min(mark.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }
    }

    void CheckEntries()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName == "[Content_Types].xml")
            {
                throw new DirectoryRefusedException(
                    DirectorySentences.IsForeign(file, "an Excel or Word file")
                );
            }

            if (entry.Name.Length > 0 && !names.Add(entry.Name))
            {
                throw new DirectoryRefusedException(
                    DirectorySentences.DoubledTable(file, DirectorySentences.Shown(entry.Name))
                );
            }
        }
    }

    void Count(int piece, long inflated, long compressed)
    {
        inflatedInAll += piece;
        if (inflatedInAll > limits.InflatedBytes)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.InflatesTooMuch(file, limits.InflatedBytes)
            );
        }

        if (
            inflated > limits.InflationGrace
            && inflated / Math.Max(1, compressed) > limits.InflationRatio
        )
        {
            throw new DirectoryRefusedException(
                DirectorySentences.InflatesTooFast(file, limits.InflationRatio)
            );
        }
    }

    ZipArchiveEntry? Find(string table)
    {
        return archive.Entries.FirstOrDefault(entry =>
            entry.Name.Equals(table, StringComparison.OrdinalIgnoreCase)
        );
    }
}
