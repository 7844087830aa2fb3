using Throughline.Analysis.Competency;

namespace Throughline.Analysis.Tests.Competency;

public sealed class LetterGradeTests
{
    [Fact]
    public void Grades_stand_in_the_order_of_a_transcript()
    {
        string[] ordered =
        [
            "F",
            "D-",
            "D",
            "D+",
            "C-",
            "C",
            "C+",
            "B-",
            "B",
            "B+",
            "A-",
            "A",
            "A+",
        ];
        var ranks = ordered
            .Select(text => LetterGrade.TryParse(text, out var grade) ? grade.Rank : -1)
            .ToList();
        Assert.Equal(Enumerable.Range(0, 13), ranks);
    }

    [Theory]
    [InlineData("C-", false)]
    [InlineData("c", true)]
    [InlineData(" B+ ", true)]
    [InlineData("C\u2212", false)]
    public void C_minus_counts_below_C(string text, bool enough)
    {
        Assert.True(LetterGrade.TryParse("C", out var least));
        Assert.True(LetterGrade.TryParse(text, out var grade));
        Assert.Equal(enough, grade >= least);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("E")]
    [InlineData("75")]
    [InlineData("C*")]
    [InlineData("F+")]
    [InlineData("A++")]
    public void What_is_no_letter_grade_is_not_guessed(string? text) =>
        Assert.False(LetterGrade.TryParse(text, out _));
}
