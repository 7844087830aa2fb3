using System.Text.Json;
using Throughline.Kernel;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>The kinds of question of Qualtrics in ours; one that has no counterpart is told.</summary>
internal sealed class QsfQuestions(DraftForm form, SourceTexts texts, Losses losses)
{
    private readonly QsfLosses told = new(texts, losses);

    public void Add(DraftSection? section, QsfQuestion source)
    {
        var showIf = QsfLogic.Read(
            source.Payload.Find("DisplayLogic") ?? source.Payload.Find("InPageDisplayLogic")
        );
        foreach (var asked in source.Type == "SBS" ? Beside(source) : [source])
        {
            AddOne(section, source, asked, showIf);
        }
    }

    /// <summary>Left out with all that it holds.</summary>
    public void LeaveOut(QsfQuestion source, Func<string, Sentence> why)
    {
        losses.Add(source.Code, why(ReadingSentences.All(Said(source, source.Text))));
        foreach (var part in source.Beside.Prepend(source))
        {
            told.Whole(source.Code, part);
        }
    }

    private List<QsfQuestion> Beside(QsfQuestion source)
    {
        var beside = source.Beside.ToList();
        SourceLimits.Count(beside.Count, SourceLimits.MostOptions, source.Code);
        losses.Add(source.Code, ReadingSentences.Split(beside.Count));
        told.Settings(source.Code, source);
        return beside;
    }

    private void AddOne(
        DraftSection? section,
        QsfQuestion whole,
        QsfQuestion source,
        DraftCondition? showIf
    )
    {
        if (KindOf(source) is not { } kind)
        {
            LeaveOut(source, text => ReadingSentences.KindUnknown(source.Kind, text));
            losses.Text(whole.Code, whole.Code, Said(whole, whole.Text));
            return;
        }

        told.Settings(whole.Code, source);
        var text = Said(whole, source.Text);
        if (source.Outer is not null)
        {
            text = SourceTexts.Joined(Said(whole, whole.Text), text);
        }

        var question = new Question
        {
            Code = source.Code,
            Kind = kind,
            Text = text,
            Required =
                kind != QuestionKind.Note && source.Validation?.Text("ForceResponse") == "ON",
        };

        DraftQuestion Draft(string part, Question made) =>
            new(part.Length == 0 ? source.Id : $"{source.Id}/{part}", whole.Code, made)
            {
                ShowIf = showIf,
            };

        Unused(whole, source, kind);
        if (question.Kind == QuestionKind.Several && source is { Type: "Matrix", Answers.Count: 1 })
        {
            // One column of boxes: it asks which of the rows apply.
            form.Add(section, Draft("", OneColumn(whole, source, question)));
        }
        else if (Rows(source) is { Count: 0 })
        {
            LeaveOut(source, ReadingSentences.NoRows);
            losses.Text(whole.Code, whole.Code, Said(whole, whole.Text));
        }
        else if (Rows(source) is { } rows)
        {
            Split(section, whole, source, question, rows, Draft);
        }
        else
        {
            form.Add(section, Draft("", Single(whole, source, question)));
        }
    }

    /// <summary>Lists that the kind has no use for, left behind when it was changed.</summary>
    private void Unused(QsfQuestion whole, QsfQuestion source, QuestionKind kind)
    {
        var isMatrix = source.Type == "Matrix";
        if (
            !isMatrix
            && (!SettledOptions.Chooses(kind) || source.Selector == "NPS")
            && Rows(source) is null
        )
        {
            told.Choices(whole.Code, source.Choices);
        }

        if (!isMatrix)
        {
            told.Choices(whole.Code, source.Answers);
        }

        told.Choices(whole.Code, source.Labels);
    }

    private Question OneColumn(QsfQuestion whole, QsfQuestion source, Question question) =>
        question with
        {
            Text = SourceTexts.Joined(question.Text, Said(whole, source.Answers[0].Text)),
            Options = Options(whole, source.Choices),
        };

    private Question Single(QsfQuestion whole, QsfQuestion source, Question question)
    {
        if (question.Kind == QuestionKind.Matrix)
        {
            return question with
            {
                Rows = Options(whole, source.Choices),
                Options = Options(whole, source.Answers),
            };
        }

        if (source.Type == "MC" && source.Selector == "NPS")
        {
            return question with { Options = Figures(texts, 0, 10) };
        }

        if (!SettledOptions.Chooses(question.Kind))
        {
            return question with
            {
                Least = QsfLosses.Limit(source, question.Kind, "Min"),
                Most = QsfLosses.Limit(source, question.Kind, "Max"),
            };
        }

        return WithOther(whole, source, question) with
        {
            Least = QsfLosses.Limit(source, question.Kind, "MinChoices"),
            Most = QsfLosses.Limit(source, question.Kind, "MaxChoices"),
        };
    }

    /// <summary>The last choice that has a field beside it is our "something else"; its words are told, and the other fields.</summary>
    private Question WithOther(QsfQuestion whole, QsfQuestion source, Question question)
    {
        var choices = source.Choices;
        var isOther =
            question.Kind is QuestionKind.Choice or QuestionKind.Several
            && choices is [_, .., { HasField: true }];
        if (isOther)
        {
            losses.Add(
                whole.Code,
                ReadingSentences.OtherLabel(ReadingSentences.All(Said(whole, choices[^1].Text)))
            );
            choices.RemoveAt(choices.Count - 1);
        }

        return question with
        {
            Other = isOther,
            Options = Options(whole, choices),
        };
    }

    /// <summary>Each row becomes a question, with the columns as its options, or as fields of their own.</summary>
    private void Split(
        DraftSection? section,
        QsfQuestion whole,
        QsfQuestion source,
        Question question,
        List<QsfChoice> rows,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var answers = source.Answers;
        var cells = source is { Type: "Matrix", Selector: "TE" };
        List<QsfChoice?> columns = cells && answers.Count > 0 ? [.. answers] : [null];
        var count = rows.Count * columns.Count;
        losses.Add(whole.Code, ReadingSentences.Split(count));
        form.Add(
            section,
            whole.Code,
            question.Text,
            count,
            () =>
                from row in rows
                let said = Option(whole, row).Text
                from column in columns
                let words = column is null
                    ? said
                    : SourceTexts.Joined(said, Said(whole, column.Text), " · ")
                let part = column is null ? row.Id : $"{row.Id}-{column.Id}"
                select draft(
                    part,
                    question with
                    {
                        Code = $"{source.Code}-{part}",
                        Text = SourceTexts.Joined(question.Text, words),
                        Options =
                            question.Kind == QuestionKind.Several ? Options(whole, answers) : [],
                        Least = QsfLosses.Limit(source, question.Kind, "Slider"),
                        Most = QsfLosses.Limit(source, question.Kind, "SliderMost"),
                    }
                ),
            () => told.Whole(whole.Code, source)
        );
    }

    private List<Option> Options(QsfQuestion whole, IReadOnlyList<QsfChoice> choices) =>
        [.. choices.Select(choice => Option(whole, choice))];

    private Option Option(QsfQuestion whole, QsfChoice choice)
    {
        var words = Said(whole, choice.Text);
        told.Option(whole, choice, ReadingSentences.All(words));
        return new Option(choice.Id, words);
    }

    private Words Said(QsfQuestion whole, IEnumerable<(string, string)> text) =>
        texts.Html(whole.Code, text);

    private static List<Option> Figures(SourceTexts texts, int from, int to) =>
        [
            .. Enumerable
                .Range(from, to - from + 1)
                .Select(figure => new Option($"{figure}", texts.Figure(figure))),
        ];

    /// <summary>What becomes a question for each row; null where it stays one.</summary>
    private static List<QsfChoice>? Rows(QsfQuestion source) =>
        (source.Type, source.Selector, source.SubSelector) switch
        {
            ("Matrix", "Likert", "MultipleAnswer" or "DND") => source.Choices,
            ("Matrix", "TE", _) or ("TE", "FORM", _) or ("Slider", _, _) or ("CS", _, _) =>
                source.Choices,
            _ => null,
        };

    private static QuestionKind? KindOf(QsfQuestion source) =>
        (source.Type, source.Selector, source.SubSelector) switch
        {
            ("MC", "SAVR" or "SAHR" or "SACOL" or "DL" or "SB", _) => QuestionKind.Choice,
            ("MC", "MAVR" or "MAHR" or "MACOL" or "MSB", _) => QuestionKind.Several,
            ("MC", "NPS", _) => QuestionKind.Scale,
            ("Matrix", "Likert", "MultipleAnswer" or "DND") => QuestionKind.Several,
            ("Matrix", "Likert" or "Bipolar", _) => QuestionKind.Matrix,
            ("Matrix", "TE", "Long" or "Essay") => QuestionKind.LongText,
            ("Matrix", "TE", _) => QuestionKind.ShortText,
            ("TE", "FORM", _) => QuestionKind.ShortText,
            ("TE", "ML" or "ESTB", _) => QuestionKind.LongText,
            ("TE", _, _) => QsfLosses.ContentOf(source),
            ("Slider" or "CS", _, _) => QuestionKind.Number,
            ("RO", _, _) => QuestionKind.Ranking,
            ("DB", _, _) => QuestionKind.Note,
            _ => null,
        };
}
