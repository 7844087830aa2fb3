using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <summary>What was noted down where people were listened to without a form: read, coded and quoted as an answer is.</summary>
public interface INotes
{
    Task<IReadOnlyList<WrittenText>> Of(FeedbackRoundId round, CancellationToken cancel);
}
