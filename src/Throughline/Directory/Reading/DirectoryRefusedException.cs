namespace Throughline.Directory.Reading;

/// <summary>The file as a whole is refused and nothing of it may be stored. The message is a sentence for the person who gave it.</summary>
public sealed class DirectoryRefusedException(string sentence, int? row = null)
    : Exception(sentence)
{
    public int? Row { get; } = row;
}
