using System.Globalization;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>A drafted question with as many options and rows as ours may have; null where it cannot be asked.</summary>
internal static class SettledOptions
{
    private const int Least = 2;

    public static Question? Of(DraftQuestion drafted, Losses losses)
    {
        var question = OneColumn(Limits(drafted, losses));
        SourceLimits.Count(question.Options.Count, SourceLimits.MostOptions, drafted.Where);
        SourceLimits.Count(question.Rows.Count, SourceLimits.MostOptions, drafted.Where);
        if (!Chooses(question.Kind))
        {
            return question;
        }

        if (question.Options.Count + (question.Other ? 1 : 0) < Least)
        {
            losses.Whole(
                drafted.Where,
                drafted.Question,
                ReadingSentences.TooFewOptions(ReadingSentences.All(question.Text))
            );
            return null;
        }

        if (question.Kind == QuestionKind.Matrix && question.Rows.Count == 0)
        {
            losses.Whole(
                drafted.Where,
                drafted.Question,
                ReadingSentences.NoRows(ReadingSentences.All(question.Text))
            );
            return null;
        }

        return Math.Max(question.Options.Count, question.Rows.Count) <= Question.MostOptions
            ? question
            : AsText(drafted, question, losses);
    }

    public static bool Chooses(QuestionKind kind) =>
        kind
            is QuestionKind.Choice
                or QuestionKind.Several
                or QuestionKind.Scale
                or QuestionKind.Matrix
                or QuestionKind.Ranking;

    /// <summary>A table with one column asks which of its rows apply: that is several choices.</summary>
    private static Question OneColumn(Question question) =>
        question is { Kind: QuestionKind.Matrix, Options: [var only], Rows.Count: >= Least }
            ? question with
            {
                Kind = QuestionKind.Several,
                Text = SourceTexts.Joined(question.Text, only.Text),
                Options = question.Rows,
                Rows = [],
                // Each row had to be answered, and with one column there was only one way to.
                Required = false,
            }
            : question;

    /// <summary>A list of all countries can still be answered in writing.</summary>
    private static Question AsText(DraftQuestion drafted, Question question, Losses losses)
    {
        losses.Add(
            drafted.Where,
            ReadingSentences.OptionsAsText(
                Math.Max(question.Options.Count, question.Rows.Count),
                Question.MostOptions
            )
        );
        losses.Parts(drafted.Where, question.Options.Concat(question.Rows));
        return question with
        {
            Kind = question.Kind is QuestionKind.Choice or QuestionKind.Scale
                ? QuestionKind.ShortText
                : QuestionKind.LongText,
            Options = [],
            Rows = [],
            Other = false,
            Least = null,
            Most = null,
        };
    }

    private static Question Limits(DraftQuestion drafted, Losses losses)
    {
        var question = drafted.Question;
        if (question is not { Least: { } least, Most: { } most } || least <= most)
        {
            return question;
        }

        losses.Add(
            drafted.Where,
            ReadingSentences.LimitsLost(
                least.ToString(CultureInfo.InvariantCulture),
                most.ToString(CultureInfo.InvariantCulture)
            )
        );
        return question with { Least = null, Most = null };
    }
}
