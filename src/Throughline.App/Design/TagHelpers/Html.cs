using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Throughline.App.Design;

/// <summary>Builds elements whose text is always encoded.</summary>
static class Html
{
    public static TagBuilder Element(string name, string? cssClass = null, string? text = null)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.MergeAttribute(attribute, value, replaceExisting: true);
        }

        return element;
    }

    public static TagBuilder Add(this TagBuilder element, params IHtmlContent?[] children)
    {
        foreach (var child in children)
        {
            if (child is not null)
            {
                element.InnerHtml.AppendHtml(child);
            }
        }

        return element;
    }

    public static TagBuilder Void(string name, string? cssClass = null)
    {
        var element = Element(name, cssClass);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }
}
