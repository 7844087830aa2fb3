using System.Text.RegularExpressions;

namespace Throughline.Conventions.Tests.Sweeps;

internal static partial class Regexes
{
    /// <summary>An id, with its hyphens or without.</summary>
    [GeneratedRegex(
        "[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    internal static partial Regex Ids();

    /// <summary>What a form proves itself with; it differs each time.</summary>
    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"( type=\"hidden\")? value=\"[^\"]+\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    internal static partial Regex Token();
}
