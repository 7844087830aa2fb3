using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>
/// The form on one page: a device without a connection cannot ask for the next one. Answers and their codes stay what they are.
/// </summary>
public static class WholeForm
{
    /// <summary>In the place of a page's number.</summary>
    public const string Mark = "w";

    /// <summary>One section with every question; what a section asks for, each of its questions does.</summary>
    public static Questionnaire Of(Questionnaire form) =>
        form with
        {
            Sections =
            [
                new Section
                {
                    Code = Mark,
                    Questions =
                    [
                        .. form.Sections.SelectMany(section =>
                            section.Questions.Select(question =>
                                question with
                                {
                                    ShowIf = question.ShowIf ?? section.ShowIf,
                                }
                            )
                        ),
                    ],
                },
            ],
        };
}
