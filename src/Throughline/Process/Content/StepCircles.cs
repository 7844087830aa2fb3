namespace Throughline.Process.Content;

/// <summary>Finds steps that, by way of what they require, require themselves.</summary>
internal static class StepCircles
{
    public static IEnumerable<ContentProblem> In(IReadOnlyList<ContentNode> steps)
    {
        var byCode = steps
            .DistinctBy(step => step.Text("code"))
            .ToDictionary(step => step.Text("code") ?? "", StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in byCode.Keys)
        {
            var circle = From(code, code, byCode, new HashSet<string>(StringComparer.Ordinal));
            if (circle is not null && !circle.Exists(reported.Contains))
            {
                reported.UnionWith(circle);
                yield return ContentCheck.Problem(
                    byCode[code],
                    $"`{code}` requires itself ({string.Join(" → ", circle)}): expected prerequisites without a circle."
                );
            }
        }
    }

    /// <summary>The way from a step back to the goal, or null where there is none.</summary>
    static List<string>? From(
        string code,
        string goal,
        Dictionary<string, ContentNode> steps,
        HashSet<string> seen
    )
    {
        foreach (var required in steps[code].List("requires").Where(steps.ContainsKey))
        {
            if (required == goal)
            {
                return [code, goal];
            }

            if (seen.Add(required) && From(required, goal, steps, seen) is { } rest)
            {
                return [code, .. rest];
            }
        }

        return null;
    }
}
