using System.Globalization;

namespace Throughline.App.Design;

/// <summary>
/// A place along a line as a share of its width. Figures are laid out in shares across and pixels down, so that a narrow screen
/// shortens the line and not the letters.
/// </summary>
readonly record struct Percent(double Value)
{
    public Percent Mirrored(bool rightToLeft) => rightToLeft ? new Percent(100 - Value) : this;

    public override string ToString() =>
        Value.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
