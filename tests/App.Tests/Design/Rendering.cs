using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.App.Tests.Design;

/// <summary>Renders one tag helper as a page would, and reads the HTML back.</summary>
sealed class Rendering
{
    static readonly EmptyModelMetadataProvider Metadata = new();

    public sealed class Page
    {
        public Form Input { get; set; } = new();
    }

    public sealed class Form
    {
        public string? Email { get; set; }

        public DateOnly? Day { get; set; }

        public string[] Bands { get; set; } = [];

        public bool Weekly { get; set; }
    }

    public Page Model { get; } = new();

    public ViewContext View { get; }

    public Rendering()
    {
        var data = new ViewDataDictionary<Page>(Metadata, new ModelStateDictionary())
        {
            Model = Model,
        };
        View = new ViewContext { ViewData = data, HttpContext = new DefaultHttpContext() };
    }

    public Rendering Refused(string name, string sentence, string? typed = null)
    {
        if (typed is not null)
        {
            View.ModelState.SetModelValue(name, typed, typed);
        }

        View.ModelState.AddModelError(name, sentence);
        return this;
    }

    public ModelExpression For(string property)
    {
        var page = Metadata.GetModelExplorerForType(typeof(Page), Model);
        return new ModelExpression(
            $"Input.{property}",
            page.GetExplorerForProperty("Input").GetExplorerForProperty(property)
        );
    }

    public static string Html(
        TagHelper tagHelper,
        string name,
        string content = "",
        params (string Name, string Value)[] attributes
    )
    {
        var list = new TagHelperAttributeList(
            attributes.Select(pair => new TagHelperAttribute(pair.Name, pair.Value))
        );
        var context = new TagHelperContext(name, list, new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput(
            name,
            list,
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        if (content.Length > 0)
        {
            output.Content.SetContent(content);
        }

        tagHelper.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public static IElement Element(
        TagHelper tagHelper,
        string name,
        string content = "",
        params (string Name, string Value)[] attributes
    )
    {
        var document = new HtmlParser().ParseDocument(
            $"<body>{Html(tagHelper, name, content, attributes)}</body>"
        );
        return document.Body!;
    }
}
