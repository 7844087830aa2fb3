using Throughline.App.Design;

namespace Throughline.App.Tests.Design;

public sealed class ChoicesTests
{
    static readonly Choice[] Bands =
    [
        new("e", "Elementary", "K-5"),
        new("m", "Middle"),
        new("h", "High & more", Group: "Later"),
    ];

    readonly Rendering page = new();

    [Fact]
    public void Each_answer_has_a_label_and_chosen_ones_are_ticked()
    {
        page.Model.Input.Bands = ["m", "h"];

        var question = Rendering.Element(Checkboxes(), "tl-checkboxes");

        var boxes = question.QuerySelectorAll("input");
        Assert.Equal(
            ["m", "h"],
            boxes.Where(box => box.HasAttribute("checked")).Select(box => box.GetAttribute("value"))
        );
        Assert.All(boxes, box => Assert.NotNull(question.QuerySelector($"label[for='{box.Id}']")));
        Assert.Equal(3, boxes.Select(box => box.Id).Distinct().Count());
        Assert.Equal("Which grades?", question.QuerySelector("legend")!.TextContent);
        Assert.Equal(
            "K-5",
            question.QuerySelector($"#{boxes[0].GetAttribute("aria-describedby")}")!.TextContent
        );
    }

    [Fact]
    public void The_refusal_describes_the_question_and_its_link_finds_the_first_answer()
    {
        page.Refused("Input.Bands", "Choose a grade band");

        var question = Rendering.Element(Checkboxes(), "tl-checkboxes");
        var summary = Rendering.Element(
            new ErrorSummaryTagHelper { Head = "Problem", ViewContext = page.View },
            "tl-error-summary"
        );

        Assert.Equal(
            "Input_Bands-error",
            question.QuerySelector("fieldset")!.GetAttribute("aria-describedby")
        );
        var target = summary.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal("e", question.QuerySelector(target)!.GetAttribute("value"));
    }

    [Fact]
    public void A_select_offers_an_empty_choice_and_groups()
    {
        page.Model.Input.Email = "h";
        var select = new SelectTagHelper
        {
            For = page.For("Email"),
            Label = "Band",
            Choices = Bands,
            Empty = "Every band",
            ViewContext = page.View,
        };

        var field = Rendering.Element(select, "tl-select");

        Assert.Equal("Every band", field.QuerySelector("option[value='']")!.TextContent);
        Assert.Equal(
            "High & more",
            field.QuerySelector("optgroup[label=Later] option[selected]")!.TextContent
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_box_says_false_when_it_is_left_empty(bool ticked)
    {
        page.Model.Input.Weekly = ticked;
        var box = new CheckboxTagHelper
        {
            For = page.For("Weekly"),
            Label = "On Mondays",
            ViewContext = page.View,
        };

        var field = Rendering.Element(box, "tl-checkbox");

        Assert.Equal(ticked, field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal(
            "false",
            field.QuerySelector("input[type=hidden][name='Input.Weekly']")!.GetAttribute("value")
        );
    }

    CheckboxesTagHelper Checkboxes() =>
        new()
        {
            For = page.For("Bands"),
            Label = "Which grades?",
            Choices = Bands,
            ViewContext = page.View,
        };
}
