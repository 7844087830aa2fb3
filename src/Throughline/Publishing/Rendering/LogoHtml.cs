using System.Globalization;
using Throughline.Publishing.Tree;
using static System.Net.WebUtility;

namespace Throughline.Publishing.Rendering;

internal static class LogoHtml
{
    /// <param name="logos">See <see cref="PlanHtml.Article"/>.</param>
    public static string Of(Logo logo, string? logos)
    {
        var source = logos is null
            ? $"data:{logo.ContentType};base64,{Convert.ToBase64String(logo.Picture)}"
            : logos + logo.File;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<p class=\"tl-document__logo\"><img src=\"{HtmlEncode(source)}\" alt=\"{HtmlEncode(logo.Words)}\" width=\"{logo.Width}\" height=\"{logo.Height}\"></p>\n"
        );
    }
}
