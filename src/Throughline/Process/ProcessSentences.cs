using Throughline.Kernel;

namespace Throughline.Process;

public static class ProcessSentences
{
    public static readonly Sentence AnswerTooLong = new(
        "process.refusal.answer-too-long",
        PromptAnswer.TextLimit
    );

    public static readonly Sentence ReasonTooLong = new(
        "process.refusal.reason-too-long",
        CompleteStep.ReasonLimit
    );

    public static readonly Sentence NothingToAgree = new("process.refusal.nothing-to-agree");

    public static readonly Sentence ChooseOne = new("process.refusal.choose-one");

    public static readonly Sentence AnswerAQuestion = new("process.refusal.answer-a-question");
}
