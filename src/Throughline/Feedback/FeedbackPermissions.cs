using Throughline.Kernel;

namespace Throughline.Feedback;

public static class FeedbackPermissions
{
    /// <summary>The rounds and what was heard in them.</summary>
    public const Role Read = Role.Reader;

    /// <summary>To prepare a round, to open and to close it, to type in what came on paper.</summary>
    public const Role Ask = Role.Editor;
}
