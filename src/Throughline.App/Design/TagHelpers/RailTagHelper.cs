using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Design;

/// <summary>The process as a line with stops: where the team is, what lies behind and ahead.</summary>
[HtmlTargetElement("tl-rail", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RailTagHelper : TagHelper
{
    public required string Label { get; set; }

    public IReadOnlyList<RailPhase> Phases { get; set; } = [];

    /// <summary>Every stop also on a phone; otherwise a phone shows the current one only.</summary>
    public bool Open { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            Open ? "tl-rail tl-rail--open" : "tl-rail tl-rail--side"
        );
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.AppendHtml(
            Html.Element("ol", "tl-rail__phases").Add([.. Phases.Select(Phase)])
        );
    }

    static TagBuilder Phase(RailPhase phase) =>
        Html.Element("li", "tl-rail__phase")
            .Add(
                Html.Element("span", text: phase.Name),
                Html.Element("ol").Add([.. phase.Stops.Select(Stop)])
            );

    static TagBuilder Stop(RailStop stop)
    {
        var name = Html.Element(stop.Href is null ? "span" : "a", text: stop.Name)
            .With("href", stop.Href)
            .With("aria-current", stop.State is StopState.Current ? "step" : null)
            .Add(Html.Element("span", "tl-hide", $" ({stop.StateWord})"));
        var state = stop.State switch
        {
            StopState.Done => "done",
            StopState.Current => "current",
            StopState.Waiting => "waiting",
            _ => "ahead",
        };
        return Html.Element("li", $"tl-rail__stop tl-rail__stop--{state}").Add(name);
    }
}
