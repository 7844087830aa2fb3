using Throughline.Data;
using Throughline.Direction;

namespace Throughline.Feedback.Questionnaires;

/// <summary>The questionnaire that asks a larger group whether the plan fits the vision: the vision's words at its head, a row for each goal of the district.</summary>
public sealed class VisionFit(VisionQueries visions, GoalQueries goals) : IQueries
{
    /// <summary>The questionnaire of the library that it fills.</summary>
    public const string Code = "vision-fit";

    private const string Matrix = "fit";

    /// <summary>The questionnaire with what this district has written, in its language; as it was where there is nothing yet.</summary>
    public async Task<Questionnaire> Fill(
        Questionnaire form,
        string language,
        CancellationToken cancel
    )
    {
        var vision = (await visions.Current(cancel: cancel))?.Text ?? "";
        var rows = (await goals.All(language, cancel))
            .Where(goal => goal.School is null)
            .Take(Question.MostOptions - 1)
            .Select((goal, at) => new Option($"goal-{at + 1}", Words.Of(language, goal.Statement)));
        return form with
        {
            Sections =
            [
                .. form.Sections.Select(section =>
                    section.Questions.Any(question => question.Code == Matrix)
                        ? section with
                        {
                            Text = vision.Length == 0 ? section.Text : Said(vision, language),
                            Questions =
                            [
                                .. section.Questions.Select(question =>
                                    question.Code == Matrix
                                        ? question with
                                        {
                                            Rows = [.. question.Rows, .. rows],
                                        }
                                        : question
                                ),
                            ],
                        }
                        : section
                ),
            ],
        };
    }

    private static Words Said(string vision, string language) =>
        Words.Of(
            language,
            vision.Length <= QuestionnaireCheck.TextLimit
                ? vision
                : vision[..(QuestionnaireCheck.TextLimit - 1)] + "…"
        );
}
