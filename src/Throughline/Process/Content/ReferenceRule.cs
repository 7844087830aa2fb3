namespace Throughline.Process.Content;

/// <summary>What names something else names something that is there, and steps do not wait for each other in a circle.</summary>
internal static class ReferenceRule
{
    public static IEnumerable<ContentProblem> In(ContentSet set) =>
        set.Structures.SelectMany(file =>
            Path.GetFileName(file.Stem) switch
            {
                "process" => Process(file),
                "starting-point" => StartingPoint(set, file),
                "responsibilities" => Responsibilities(set, file),
                _ => [],
            }
        );

    static IEnumerable<ContentProblem> Process(ContentFile file)
    {
        var steps = Collection(file, "steps");
        var codes = CodesIn(steps);
        var unknown = steps
            .SelectMany(step => step.ItemsOf("requires"))
            .Where(required => !codes.Contains(required.Value ?? ""))
            .Select(required => Unknown(required, "step"));
        var choices = Collection(file, "prompts")
            .Where(prompt => (prompt.Text("kind") == "choice") != prompt.ItemsOf("choices").Any())
            .Select(prompt =>
                ContentCheck.Problem(
                    prompt.Find("kind") ?? prompt,
                    $"`{prompt.Text("code")}` was expected to have choices if, and only if, its kind is `choice`."
                )
            );
        return [.. unknown, .. choices, .. StepCircles.In(steps)];
    }

    static IEnumerable<ContentProblem> StartingPoint(ContentSet set, ContentFile file)
    {
        var steps = CodesIn(Collection(set.Beside(file, "process.yaml"), "steps"));
        var leading = Collection(file, "answers")
            .Where(answer => answer.Find("leads") is not null)
            .ToList();
        var unknown = leading
            .Select(answer => answer.Find("leads"))
            .Append(file.Root.Find("otherwise"))
            .OfType<ContentNode>()
            .Where(step => !steps.Contains(step.Value ?? ""))
            .Select(step => Unknown(step, "step"));
        var english = set.TextsOf(file)
            .FirstOrDefault(texts => texts.Language == TextSource.English)
            ?.Root.Find("answers");
        var reasonless = leading
            .Select(answer => english?.Find(answer.Text("code") ?? ""))
            .OfType<ContentNode>()
            .Where(answer => answer.Find("reason") is null)
            .Select(answer =>
                ContentCheck.Problem(
                    answer,
                    "`reason` was expected here, because this answer leads to a step."
                )
            );
        return [.. unknown, .. reasonless];
    }

    static IEnumerable<ContentProblem> Responsibilities(ContentSet set, ContentFile file)
    {
        var decisions = CodesIn(Collection(set.Beside(file, "decisions.yaml"), "decisions"));
        return Collection(file, "responsibilities")
            .Select(duty => duty.Find("decision"))
            .OfType<ContentNode>()
            .Where(decision => !decisions.Contains(decision.Value ?? ""))
            .Select(decision => Unknown(decision, "decision"));
    }

    static List<ContentNode> Collection(ContentFile? file, string name) =>
        [.. file?.Root.Everything().SelectMany(node => node.ItemsOf(name)) ?? []];

    static HashSet<string> CodesIn(IEnumerable<ContentNode> nodes) =>
        nodes.Select(node => node.Text("code") ?? "").ToHashSet(StringComparer.Ordinal);

    static ContentProblem Unknown(ContentNode at, string kind) =>
        ContentCheck.Problem(
            at,
            $"There is no {kind} `{at.Value}`: expected the code of a {kind} that stands beside this file or in it."
        );
}
