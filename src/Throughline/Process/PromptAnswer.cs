using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Process;

public readonly record struct PromptAnswerId(Guid Value) : IId<PromptAnswerId>
{
    public static PromptAnswerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public enum AnswerStatus
{
    Draft,

    /// <summary>The team has said yes to it.</summary>
    Agreed,
}

/// <summary>What the team wrote under one question of the process.</summary>
public sealed class PromptAnswer : DistrictThing<PromptAnswerId>, IAtLevel
{
    public const int TextLimit = 8000;

    public required string StepCode { get; init; }

    public required string PromptCode { get; init; }

    /// <summary>Null: the district's answer.</summary>
    public SchoolId? SchoolId { get; init; }

    [Restorable]
    public string Text { get; private set; } = "";

    public AnswerStatus Status { get; private set; }

    public PersonId WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public override string HistoryKind => "answer";

    public override string HistoryName => PromptCode;

    /// <summary>Words that change are a draft again.</summary>
    public void Write(string text, Doing doing) =>
        (Text, Status, WrittenBy, WrittenAt) = (text, AnswerStatus.Draft, doing.Who, doing.When);

    public void Agree() => Status = AnswerStatus.Agreed;
}
