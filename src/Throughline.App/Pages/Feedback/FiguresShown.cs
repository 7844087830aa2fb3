using Throughline.App.Design;
using Throughline.Feedback.OpenData;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages.Feedback;

/// <summary>Published figures in the words of one language.</summary>
public sealed record FiguresShown(Figures Figures, Texts T)
{
    public string Language => T.Language;

    public string NameOf(OptionFigures option, bool isGroup = false) =>
        option.Code is null
            ? T[isGroup ? "feedback.figures.unknown-group" : "feedback.figures.no-answer"]
            : option.Text.In(Language);

    public string Shown(int? count) =>
        count is { } number ? T.Number(number) : T["feedback.results.hidden-cell"];

    public static string TitleOf(QuestionQuotes quotes, Texts words) =>
        quotes.Field == ChosenQuotes.Noted
            ? words["feedback.figures.noted"]
            : quotes.Text.In(words.Language);

    public bool HidesSome =>
        Figures.Questions.Any(question =>
            question.Options.Any(option =>
                option.Count is null || option.ByGroup.Any(count => count is null)
            )
        );

    public IReadOnlyList<AnswerBar> Bars(QuestionFigures question) =>
        [
            .. question.Options.Select(option => new AnswerBar(
                NameOf(option),
                option.Count,
                Figures.Answers,
                option.Count is { } count
                    ? T["feedback.of", count, Figures.Answers]
                    : T["feedback.results.hidden-cell"]
            )),
        ];
}
