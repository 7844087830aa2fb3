using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Throughline.App.Design;

namespace Throughline.App.Tests.Design;

public sealed class FigureTests
{
    static readonly DateOnly September = new(2026, 9, 1);
    static readonly DateOnly June = new(2027, 6, 30);

    [Fact]
    public async Task A_plan_with_a_gap_has_two_thick_bands()
    {
        string[] planned = ["K", "1", "6"];
        var grades = new[] { "K", "1", "2", "3", "4", "5", "6" }
            .Select(name => new Grade(name, planned.Contains(name)))
            .ToArray();

        var line = await Draw<GradeLine>(
            new() { ["Title"] = "Grades <K> to 1, and 6", ["Grades"] = grades }
        );

        Assert.Equal(2, line.QuerySelectorAll(".tl-line__run").Length);
        Assert.Equal(
            planned,
            line.QuerySelectorAll("text.tl-line__mark").Select(text => text.TextContent)
        );
        Assert.Equal("Grades <K> to 1, and 6", line.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public async Task A_district_without_students_is_drawn_without_bars()
    {
        GradeCount[] counts = [new("K", null), new("1", 0)];

        var bars = await Draw<GradeBars>(new() { ["Title"] = "Students", ["Counts"] = counts });

        Assert.All(
            bars.QuerySelectorAll("rect"),
            bar => Assert.Equal("0", bar.GetAttribute("height"))
        );
        Assert.Equal(
            ["–", "0"],
            bars.QuerySelectorAll(".tl-line__value").Select(text => text.TextContent)
        );
    }

    [Fact]
    public async Task Two_stops_of_one_day_are_both_readable_and_the_list_says_the_same()
    {
        YearStop[] stops =
        [
            new("vision", new(2026, 11, 10), StopState.Current, "November 10", "you are here"),
            new("adoption", new(2026, 11, 10), StopState.Ahead, "November 10", "ahead"),
        ];

        var year = await Draw<YearStrip>(Year(stops));

        var heights = year.QuerySelectorAll("svg text")
            .Where(text => text.TextContent is "vision" or "adoption")
            .Select(text => text.GetAttribute("y"));
        Assert.Equal(2, heights.Distinct().Count());
        Assert.Equal(2, year.QuerySelectorAll("ol li").Length);
        Assert.Contains("you are here", year.QuerySelector("ol")!.TextContent);
    }

    [Fact]
    public async Task A_stop_outside_of_the_year_stays_on_the_strip()
    {
        YearStop[] stops =
        [
            new("before", new(2025, 1, 1), StopState.Done, "", ""),
            new("after", new(2029, 1, 1), StopState.Ahead, "", ""),
        ];

        var year = await Draw<YearStrip>(Year(stops));

        Assert.Equal(
            ["2%", "98%"],
            year.QuerySelectorAll("circle").Select(circle => circle.GetAttribute("cx"))
        );
    }

    [Fact]
    public async Task From_right_to_left_the_year_begins_at_the_right()
    {
        YearStop[] stops = [new("team", September, StopState.Done, "", "")];
        var parameters = Year(stops);
        parameters["RightToLeft"] = true;

        var year = await Draw<YearStrip>(parameters);

        Assert.Equal("98%", year.QuerySelector("circle")!.GetAttribute("cx"));
    }

    static Dictionary<string, object?> Year(YearStop[] stops) =>
        new()
        {
            ["Title"] = "The year",
            ["First"] = September,
            ["Last"] = June,
            ["Today"] = new DateOnly(2026, 11, 12),
            ["Stops"] = stops,
        };

    static async Task<IElement> Draw<TFigure>(Dictionary<string, object?> parameters)
        where TFigure : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TFigure>(
                    ParameterView.FromDictionary(parameters)
                )
            ).ToHtmlString()
        );
        Assert.DoesNotContain("style=", html);
        return new HtmlParser().ParseDocument(html).Body!;
    }
}
