namespace Throughline.App.Pages.Process;

/// <summary>Where in the product a step's work is done, by the word that the content uses.</summary>
public static class StepPlaces
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["team"] = "team",
        ["starting-point"] = "process/starting-point/find",
        ["equity"] = "direction/equity",
        ["vision"] = "direction/vision",
        ["beliefs"] = "direction/beliefs",
        ["priorities"] = "direction/priorities",
        ["headline"] = "direction/headline",
        ["goals"] = "direction/goals",
        ["decisions"] = "plan/decisions",
        ["actions"] = "plan/actions",
        ["responsibilities"] = "plan/responsibilities",
        ["document"] = "document",
        ["directory"] = "schools",
    };

    /// <summary>Null where the step is answered on its own page.</summary>
    public static string? Of(string opens) => Places.GetValueOrDefault(opens);
}
