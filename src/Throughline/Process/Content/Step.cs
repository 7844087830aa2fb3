namespace Throughline.Process.Content;

public enum ContentLevel
{
    Both,
    System,
    School,
}

/// <summary>What differs when a district or when a school reads it; null where nothing differs.</summary>
public sealed record LevelTexts(string? System, string? School)
{
    internal string For(ContentLevel level, string usual) =>
        level switch
        {
            ContentLevel.System => System ?? usual,
            ContentLevel.School => School ?? usual,
            _ => usual,
        };
}

/// <summary><see cref="Requires"/> names steps that help if done before; they nudge and never lock.</summary>
public sealed record Step(
    string Code,
    string Title,
    string Lead,
    LevelTexts LeadVariants,
    int Minutes,
    string Why,
    string BeforeYouStart,
    IReadOnlyList<string> GoodEnoughWhen,
    IReadOnlyList<string> Requires,
    string Opens,
    IReadOnlyList<string> Rows,
    IReadOnlyList<StepResource> Resources,
    IReadOnlyList<Prompt> Prompts
)
{
    public string LeadFor(ContentLevel level) => LeadVariants.For(level, Lead);

    public IEnumerable<Prompt> PromptsFor(ContentLevel level) =>
        Prompts.Where(prompt => prompt.AppliesTo(level));
}

public sealed record StepResource(string Code, string Title, string Note, string? Link);

public enum PromptKind
{
    ShortText,
    LongText,
    List,
    Choice,
}

public sealed record PromptChoice(string Code, string Title);

public sealed record Prompt(
    string Code,
    PromptKind Kind,
    ContentLevel Level,
    string Question,
    LevelTexts QuestionVariants,
    string Help,
    string? Example,
    IReadOnlyList<PromptChoice> Choices,
    IReadOnlyList<string> Rows
)
{
    public string QuestionFor(ContentLevel level) => QuestionVariants.For(level, Question);

    public bool AppliesTo(ContentLevel level) =>
        Level == ContentLevel.Both || level == ContentLevel.Both || Level == level;
}
