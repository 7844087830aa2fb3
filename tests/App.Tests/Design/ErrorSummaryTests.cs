using Throughline.App.Design;

namespace Throughline.App.Tests.Design;

public sealed class ErrorSummaryTests
{
    readonly Rendering page = new();

    [Fact]
    public void Without_refusals_there_is_no_summary() =>
        Assert.Equal("", Rendering.Html(Summary(), "tl-error-summary"));

    [Fact]
    public void It_takes_focus_and_names_refusals_in_the_order_of_the_form()
    {
        page.Refused("Input.Day", "Enter a day").Refused("Input.Email", "Enter an email address");

        var summary = Rendering.Element(Summary(), "tl-error-summary");

        var box = summary.FirstElementChild!;
        Assert.Equal("alert", box.GetAttribute("role"));
        Assert.True(box.HasAttribute("autofocus") && box.GetAttribute("tabindex") == "-1");
        Assert.Equal(
            ["#Input_Email", "#Input_Day"],
            summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public void A_refusal_of_the_whole_form_stands_without_a_link_and_encoded()
    {
        page.Refused("", "Someone <b>else</b> saved first");

        var summary = Rendering.Element(Summary(), "tl-error-summary");

        Assert.Null(summary.QuerySelector("a"));
        Assert.Equal("Someone <b>else</b> saved first", summary.QuerySelector("li")!.TextContent);
    }

    ErrorSummaryTagHelper Summary() =>
        new() { Head = "There is a problem", ViewContext = page.View };
}
