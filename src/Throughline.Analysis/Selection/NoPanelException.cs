namespace Throughline.Analysis.Selection;

/// <summary>No panel meets every quota and rule. <see cref="QuotaRepair"/> says what to change.</summary>
public sealed class NoPanelException : Exception
{
    public NoPanelException(string sentence)
        : base(sentence) { }

    public NoPanelException(string sentence, Exception inner)
        : base(sentence, inner) { }

    public NoPanelException()
        : base("No panel meets every quota.") { }
}
