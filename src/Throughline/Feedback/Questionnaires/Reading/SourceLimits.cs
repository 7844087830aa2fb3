namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>How much of another program's file is taken in at all. Real ones stay far below; what lies above is refused.</summary>
internal static class SourceLimits
{
    public const int MostBytes = 10_000_000;

    /// <summary>Rows of the tables of one file.</summary>
    public const int MostRows = 200_000;

    public const int MostQuestions = 2_000;
    public const int MostOptions = 2_000;
    public const int MostLanguages = 40;

    /// <summary>More can nobody read; such a file is none of a survey's.</summary>
    public const int MostLosses = 100_000;

    /// <summary>Characters of a code, a key or a language.</summary>
    public const int MostName = 200;

    /// <summary>Characters of a text before its markup is taken off.</summary>
    public const int MostText = 100_000;

    /// <summary>Levels of lists and objects in each other.</summary>
    public const int MostDepth = 64;

    public static string Name(string name, string place)
    {
        Sound(name, place);
        return name.Length <= MostName
            ? name
            : throw new ReadingRefusedException(
                ReadingSentences.NameTooLong(place, MostName, name)
            );
    }

    public static string Text(string text, string place)
    {
        Sound(text, place);
        return text.Length <= MostText
            ? text
            : throw new ReadingRefusedException(ReadingSentences.TextTooLong(place, MostText));
    }

    public static void Count(int count, int most, string place)
    {
        if (count > most)
        {
            throw new ReadingRefusedException(ReadingSentences.TooMany(place, most, count));
        }
    }

    private static void Sound(string text, string place)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ReadingRefusedException(ReadingSentences.NoText(place));
        }
    }
}
