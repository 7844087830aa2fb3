using Throughline.Feedback;
using Throughline.Feedback.Written;

namespace Throughline.App.Pages.Feedback;

/// <summary>Where a text stands in a district: its page, below its round.</summary>
public static class TextPlace
{
    public static string Of(FeedbackRoundId round, WrittenText text) =>
        $"feedback/{round}/texts/{text.Answer}?field={Uri.EscapeDataString(text.Field)}";
}
