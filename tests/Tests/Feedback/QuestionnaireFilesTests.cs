using Throughline.Feedback.Questionnaires;
using Throughline.Process.Content;
using Throughline.Tests.Feedback.Reading;
using Throughline.Tests.Process;

namespace Throughline.Tests.Feedback;

public sealed class QuestionnaireFilesTests
{
    private const string Families = "questionnaires/families.json";
    private const string Kreyol = "respondents/ht/answering.yaml";

    [Fact]
    public void What_ships_is_sound()
    {
        var report = QuestionnaireFiles.Check(ContentCopy.Shipped, Reader.Files);

        Assert.Empty(report.Problems);
        Assert.True(report.Files >= 1);
    }

    [Theory]
    [InlineData("\"kind\": \"choice\"", "\"kind\": \"riddle\"", "`riddle` is not known here")]
    [InlineData(
        "\"code\": \"every-student\"",
        "\"code\": \"every student\"",
        "letters, digits and hyphens"
    )]
    [InlineData("\"code\": \"every-student\"", "\"code\": \"your-view\"", "is used twice")]
    [InlineData("\"required\": true", "\"requierd\": true", "`requierd` is not known here")]
    [InlineData("\"languages\": [", "\"languages\": [,", "not readable JSON")]
    public void A_fault_is_told_with_its_line(string old, string replacement, string message)
    {
        using var copy = new ContentCopy();
        var line = copy.Replace(Families, old, replacement);

        var found = QuestionnaireFiles.Check(copy.Folder, Reader.Files).Problems[0];

        Assert.Equal((Families, ContentSeverity.Problem), (found.File, found.Severity));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
        Assert.InRange(found.Line, Math.Max(1, line - 12), line + 1);
    }

    [Theory]
    [InlineData("  back: ", "  bakc: ", "answering.back")]
    [InlineData("{0}", "{7}", "placeholders")]
    [InlineData("reviewed: \"", "reviewed: \"x", "is not known here")]
    public void The_words_for_the_public_are_whole_in_every_language(
        string old,
        string replacement,
        string message
    )
    {
        using var copy = new ContentCopy();
        copy.Replace(Kreyol, old, replacement);

        Assert.Contains(
            copy.Found(),
            found =>
                found.File == Kreyol && found.Message.Contains(message, StringComparison.Ordinal)
        );
    }
}
