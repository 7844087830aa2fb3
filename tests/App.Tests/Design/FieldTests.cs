using Throughline.App.Design;

namespace Throughline.App.Tests.Design;

public sealed class FieldTests
{
    const string Attack = "<script>alert(1)</script>";

    readonly Rendering page = new();

    [Fact]
    public void A_label_leads_to_its_field_and_the_hint_describes_it()
    {
        var field = Rendering.Element(
            Email(hint: "We send a code."),
            "tl-text",
            "",
            ("autocomplete", "email"),
            ("type", "email")
        );

        var input = field.QuerySelector("input")!;
        Assert.Equal("Input.Email", input.GetAttribute("name"));
        Assert.Equal(input.Id, field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal(
            "We send a code.",
            field.QuerySelector($"#{input.GetAttribute("aria-describedby")}")!.TextContent
        );
        Assert.Equal("email", input.GetAttribute("autocomplete"));
        Assert.Equal("email", input.GetAttribute("type"));
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_refused_field_keeps_what_was_typed_and_says_why()
    {
        page.Refused("Input.Email", "Enter an email address", typed: "dana@");

        var field = Rendering.Element(Email(hint: "We send a code."), "tl-text");

        var input = field.QuerySelector("input")!;
        Assert.Equal("dana@", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Input_Email-hint Input_Email-error", input.GetAttribute("aria-describedby"));
        Assert.Equal(
            "Enter an email address",
            field.QuerySelector("#Input_Email-error")!.TextContent
        );
    }

    [Fact]
    public void Words_of_people_never_become_markup()
    {
        page.Model.Input.Email = Attack;
        page.Refused("Input.Email", Attack);
        var text = new TextTagHelper
        {
            For = page.For("Email"),
            Label = Attack,
            Hint = Attack,
            ViewContext = page.View,
        };
        var area = new TextareaTagHelper
        {
            For = page.For("Email"),
            Label = Attack,
            ViewContext = page.View,
        };

        Assert.DoesNotContain("<script", Rendering.Html(text, "tl-text"));
        Assert.DoesNotContain("<script", Rendering.Html(area, "tl-textarea"));
        Assert.DoesNotContain(
            "<script",
            Rendering.Html(text, "tl-text", "", ("placeholder", Attack), ("class", Attack))
        );
    }

    [Fact]
    public void A_text_area_keeps_a_first_empty_line()
    {
        page.Model.Input.Email = "\nsecond";
        var area = new TextareaTagHelper
        {
            For = page.For("Email"),
            Label = "Vision",
            ViewContext = page.View,
        };

        Assert.Equal(
            "\nsecond",
            Rendering.Element(area, "tl-textarea").QuerySelector("textarea")!.TextContent
        );
    }

    [Fact]
    public void A_day_is_written_as_browsers_read_it_and_read_the_same_in_every_language()
    {
        page.Model.Input.Day = new DateOnly(2027, 1, 12);
        var date = new DateTagHelper
        {
            For = page.For("Day"),
            Label = "By",
            ViewContext = page.View,
        };

        var field = Rendering.Element(date, "tl-date");

        Assert.Equal("2027-01-12", field.QuerySelector("input[type=date]")!.GetAttribute("value"));
        Assert.Equal(
            "Input.Day",
            field.QuerySelector("input[name=__Invariant]")!.GetAttribute("value")
        );
    }

    TextTagHelper Email(string? hint) =>
        new()
        {
            For = page.For("Email"),
            Label = "Work email",
            Hint = hint,
            ViewContext = page.View,
        };
}
