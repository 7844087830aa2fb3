using Throughline.App.Design;

namespace Throughline.App.Tests.Design;

public sealed class ThemeColorTests
{
    // Published pairs: black and white are 21 to 1; #767676 is the lightest grey that passes on white, #777777 the first that fails;
    // pure red gives 4.00, pure blue 8.59, pure green 1.37 (WebAIM's contrast checker, which follows WCAG).
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.48)]
    [InlineData("#ff0000", 4.00)]
    [InlineData("#0000ff", 8.59)]
    [InlineData("#00ff00", 1.37)]
    public void Contrast_with_white_is_the_published_one(string color, double contrast) =>
        Assert.Equal(contrast, ThemeColor.Parse(color)!.ContrastOfWhiteOnIt, 0.005);

    [Theory]
    [InlineData("#0b5d4e", true)]
    [InlineData("7a1f3d", true)]
    [InlineData("#036", true)]
    [InlineData("#767676", false)]
    [InlineData("#ffcc00", false)]
    public void A_color_that_cannot_be_read_on_the_page_too_is_refused(
        string color,
        bool canBeRead
    ) => Assert.Equal(canBeRead, ThemeColor.Parse(color)!.CanBeRead);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#fff;}body{display:none")]
    public void Anything_else_is_no_color(string? text) => Assert.Null(ThemeColor.Parse(text));

    [Fact]
    public void The_style_sheet_sets_the_three_colors() =>
        Assert.Equal(
            ":root{--tl-accent:#003366;--tl-accent-wash:#e6ebf0;--tl-accent-ink:#002952}\n",
            ThemeColor.Parse("#036")!.ToStyleSheet()
        );

    [Fact]
    public void A_color_that_cannot_be_read_changes_nothing() =>
        Assert.Equal("", ThemeColor.Parse("#ffcc00")!.ToStyleSheet());

    [Fact]
    public void Every_accepted_color_can_be_read_on_its_own_wash()
    {
        for (var value = 0; value < 0xffffff; value += 0x010307)
        {
            var color = ThemeColor.Parse($"{value:x6}")!;
            Assert.True(
                !color.CanBeRead || color.ContrastOfInkOnWash >= ThemeColor.LeastContrast,
                color.Accent
            );
        }
    }
}
