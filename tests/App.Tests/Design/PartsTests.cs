using Throughline.App.Design;

namespace Throughline.App.Tests.Design;

public sealed class PartsTests
{
    [Fact]
    public void The_rail_says_in_words_where_the_team_is()
    {
        RailPhase[] phases =
        [
            new(
                "Prepare",
                [
                    new("Form <the> team", "/team", StopState.Done, "done"),
                    new("Agree", "/agree", StopState.Current, "you are here"),
                ]
            ),
        ];

        var rail = Rendering.Element(
            new RailTagHelper { Label = "Steps", Phases = phases },
            "tl-rail"
        );

        Assert.Equal("Steps", rail.QuerySelector("nav")!.GetAttribute("aria-label"));
        Assert.Equal(
            "Agree (you are here)",
            rail.QuerySelector("[aria-current=step]")!.TextContent
        );
        Assert.Equal("Form <the> team (done)", rail.QuerySelector("a[href='/team']")!.TextContent);
    }

    [Fact]
    public void A_wide_table_scrolls_in_a_region_that_keys_can_reach()
    {
        var table = Rendering.Element(
            new TableTagHelper { Label = "Students \"by\" grade" },
            "tl-table"
        );

        var region = table.QuerySelector("[role=region]")!;
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("Students \"by\" grade", region.GetAttribute("aria-label"));
        Assert.NotNull(region.QuerySelector("table"));
    }

    [Fact]
    public void A_table_that_folds_is_no_extra_stop_for_keys()
    {
        var table = Rendering.Element(
            new TableTagHelper { Label = "Decisions", Stack = true },
            "tl-table"
        );

        Assert.Null(table.QuerySelector("[tabindex]"));
    }

    [Fact]
    public void A_button_submits_and_a_link_button_leads()
    {
        var button = Rendering
            .Element(new ButtonTagHelper(), "tl-button", "Save")
            .QuerySelector("button")!;
        var link = Rendering
            .Element(
                new ButtonTagHelper { Secondary = true },
                "tl-link-button",
                "Back",
                ("href", "/d/x")
            )
            .QuerySelector("a")!;

        Assert.Equal("submit", button.GetAttribute("type"));
        Assert.Equal("/d/x", link.GetAttribute("href"));
        Assert.False(link.HasAttribute("type"));
    }

    [Fact]
    public void Heads_and_examples_are_encoded()
    {
        Assert.DoesNotContain(
            "<i>",
            Rendering.Html(new EmptyTagHelper { Head = "<i>", Example = "<i>" }, "tl-empty")
        );
        Assert.DoesNotContain(
            "<i>",
            Rendering.Html(new NoticeTagHelper { Head = "<i>" }, "tl-notice")
        );
        Assert.DoesNotContain(
            "<i>",
            Rendering.Html(
                new SummaryRowTagHelper
                {
                    Key = "<i>",
                    Href = "/",
                    Action = "<i>",
                },
                "tl-row"
            )
        );
        Assert.DoesNotContain(
            "<i>",
            Rendering.Html(
                new BreadcrumbTagHelper { Label = "<i>", Crumbs = [new("<i>", "/")] },
                "tl-breadcrumb"
            )
        );
        Assert.DoesNotContain(
            "<i>",
            Rendering.Html(new TableTagHelper { Label = "<i>" }, "tl-table")
        );
    }
}
