namespace Throughline.Directory.Reading;

/// <summary>Stops a first row without end: the CSV reader's work grows with the square of the number of columns.</summary>
sealed class HeaderGuard(TextReader inner, string file, DirectoryLimits limits) : TextReader
{
    const int Piece = 4_096;
    int given;
    int commas;

    public bool HeaderIsRead { get; set; }

    public override int Read(char[] buffer, int index, int count)
    {
        if (HeaderIsRead)
        {
            return inner.Read(buffer, index, count);
        }

        if (given > limits.HeaderLength)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.HeaderTooLong(file, limits.HeaderLength),
                1
            );
        }

        // Twice, because a name in quotation marks may hold commas of its own.
        if (commas > 2 * limits.Columns)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.TooManyColumns(file, limits.Columns),
                1
            );
        }

        var read = inner.Read(buffer, index, Math.Min(count, Piece));
        given += read;
        commas += buffer.AsSpan(index, read).Count(',');
        return read;
    }

    public override int Peek()
    {
        return inner.Peek();
    }

    public override int Read()
    {
        return inner.Read();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
