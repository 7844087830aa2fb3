namespace Throughline.Process.Content;

public enum TextStatus
{
    Reviewed,
    DraftUnreviewed,
}

/// <summary>
/// In which language a text is shown, and how far to trust it. <see cref="FellBack"/> says that at least one sentence is English
/// although another language was asked for.
/// </summary>
public sealed record Wording(string Asked, string Language, TextStatus Status, bool FellBack)
{
    public bool IsReviewed => Status == TextStatus.Reviewed;
}
