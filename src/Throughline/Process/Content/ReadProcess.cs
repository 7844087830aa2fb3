namespace Throughline.Process.Content;

/// <summary>Joins a process's structure with its texts.</summary>
internal static class ReadProcess
{
    public static ProcessEdition From(ContentNode structure, TextSource texts)
    {
        var title = texts.Text("title");
        var lead = texts.Text("lead");
        List<Phase> phases =
        [
            .. structure
                .ItemsOf("phases")
                .Select((phase, index) => PhaseOf(phase, index + 1, texts)),
        ];
        return new ProcessEdition(
            structure.Need("code"),
            structure.Need("edition"),
            structure.Need("provenance"),
            texts.Wording,
            title,
            lead,
            phases
        );
    }

    static Phase PhaseOf(ContentNode phase, int number, TextSource texts)
    {
        var code = phase.Need("code");
        return new Phase(
            code,
            number,
            texts.Text("phases", code, "title"),
            texts.Text("phases", code, "lead"),
            [
                .. phase
                    .ItemsOf("actions")
                    .Select((action, index) => ActionOf(action, $"{number}.{index + 1}", texts)),
            ]
        );
    }

    static KeyAction ActionOf(ContentNode action, string number, TextSource texts)
    {
        var code = action.Need("code");
        return new KeyAction(
            code,
            number,
            texts.Text("actions", code, "title"),
            texts.Text("actions", code, "goal"),
            texts.Text("actions", code, "why"),
            texts.List("actions", code, "done"),
            action.List("rows"),
            [.. action.ItemsOf("steps").Select(step => StepOf(step, texts))]
        );
    }

    static Step StepOf(ContentNode step, TextSource texts)
    {
        var code = step.Need("code");
        return new Step(
            code,
            texts.Text("steps", code, "title"),
            texts.Text("steps", code, "lead"),
            Variants("steps", code, texts),
            step.Number("minutes") ?? 0,
            texts.Text("steps", code, "why"),
            texts.Text("steps", code, "before"),
            texts.List("steps", code, "good"),
            step.List("requires"),
            step.Need("opens"),
            step.List("rows"),
            [.. step.ItemsOf("resources").Select(resource => ResourceOf(resource, texts))],
            [.. step.ItemsOf("prompts").Select(prompt => PromptOf(prompt, texts))]
        );
    }

    static StepResource ResourceOf(ContentNode resource, TextSource texts)
    {
        var code = resource.Need("code");
        return new StepResource(
            code,
            texts.Text("resources", code, "title"),
            texts.Text("resources", code, "note"),
            resource.Text("link")
        );
    }

    static Prompt PromptOf(ContentNode prompt, TextSource texts)
    {
        var code = prompt.Need("code");
        return new Prompt(
            code,
            KindOf(prompt),
            prompt.Word<ContentLevel>("level"),
            texts.Text("prompts", code, "question"),
            Variants("prompts", code, texts),
            texts.Text("prompts", code, "help"),
            texts.Optional("prompts", code, "example"),
            [.. prompt.ItemsOf("choices").Select(choice => ChoiceOf(choice.Need("code"), texts))],
            prompt.List("rows")
        );
    }

    static PromptKind KindOf(ContentNode prompt) =>
        prompt.Need("kind") switch
        {
            "short" => PromptKind.ShortText,
            "long" => PromptKind.LongText,
            _ => prompt.Word<PromptKind>("kind"),
        };

    static PromptChoice ChoiceOf(string code, TextSource texts) =>
        new(code, texts.Text("choices", code, "title"));

    static LevelTexts Variants(string collection, string code, TextSource texts) =>
        new(texts.Optional(collection, code, "system"), texts.Optional(collection, code, "school"));
}
