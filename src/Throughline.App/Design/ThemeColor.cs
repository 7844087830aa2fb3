using System.Globalization;

namespace Throughline.App.Design;

/// <summary>A district's own color in place of the green one, if people can read with it (WCAG 2.2, 1.4.3: 4.5 to 1).</summary>
public sealed record ThemeColor
{
    public const double LeastContrast = 4.5;

    static readonly Rgb White = new(255, 255, 255);
    static readonly Rgb Page = new(0xfb, 0xfa, 0xf6);

    readonly Rgb accent;

    ThemeColor(Rgb accent)
    {
        this.accent = accent;
    }

    /// <summary>White words on the color, as on a button.</summary>
    public double ContrastOfWhiteOnIt => White.ContrastWith(accent);

    /// <summary>Words in the color on the page, as in a link.</summary>
    public double ContrastOnPage => accent.ContrastWith(Page);

    public bool CanBeRead =>
        ContrastOfWhiteOnIt >= LeastContrast && ContrastOnPage >= LeastContrast;

    public string Accent => accent.ToString();

    /// <summary>The color as a breath on white, behind text.</summary>
    public string Wash => WashColor.ToString();

    /// <summary>The color made dark enough to be read on its own wash.</summary>
    public string Ink => InkColor.ToString();

    public double ContrastOfInkOnWash => InkColor.ContrastWith(WashColor);

    Rgb WashColor => accent.MixedInto(White, 0.1);

    Rgb InkColor => accent.MixedInto(new Rgb(0, 0, 0), 0.8);

    /// <summary>Reads <c>#rrggbb</c> or <c>#rgb</c>, with or without the number sign; null for anything else.</summary>
    public static ThemeColor? Parse(string? text)
    {
        var digits = text?.Trim().TrimStart('#') ?? "";
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        return
            digits.Length == 6
            && int.TryParse(
                digits,
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
            ? new ThemeColor(new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value))
            : null;
    }

    /// <summary>The style sheet that puts the color in place; empty where it could not be read, so that the page keeps its own.</summary>
    public string ToStyleSheet() =>
        CanBeRead
            ? $":root{{--tl-accent:{Accent};--tl-accent-wash:{Wash};--tl-accent-ink:{Ink}}}\n"
            : "";
}
