namespace Throughline.App.Design;

/// <summary>A color of the screen, with the relative luminance and contrast that WCAG defines.</summary>
sealed record Rgb(byte Red, byte Green, byte Blue)
{
    public double Luminance =>
        (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public double ContrastWith(Rgb other)
    {
        var (lighter, darker) = Luminance > other.Luminance ? (this, other) : (other, this);
        return (lighter.Luminance + 0.05) / (darker.Luminance + 0.05);
    }

    public Rgb MixedInto(Rgb ground, double share) =>
        new(
            Mixed(Red, ground.Red, share),
            Mixed(Green, ground.Green, share),
            Mixed(Blue, ground.Blue, share)
        );

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    static byte Mixed(byte color, byte ground, double share) =>
        (byte)Math.Round((color * share) + (ground * (1 - share)));

    static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
