namespace Throughline.Analysis;

/// <summary>
/// What was given cannot be calculated with: the message is a whole sentence for the person who gave it, saying what is wrong and what
/// was expected. A bug is never reported so.
/// </summary>
public sealed class InputRefusedException : Exception
{
    public InputRefusedException(string sentence)
        : base(sentence) { }

    public InputRefusedException(string sentence, Exception inner)
        : base(sentence, inner) { }

    public InputRefusedException()
        : this("The input cannot be calculated with.") { }
}
