using Throughline.Kernel;

namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>Every type of question that LimeSurvey has, in ours; one that has no counterpart is told.</summary>
internal sealed class LssQuestions(
    DraftForm form,
    SourceTexts texts,
    PresetOptions presets,
    Losses losses
)
{
    private readonly LssSettings settings = new(texts, losses);

    public void Add(DraftSection? section, LssQuestion source, DraftCondition? showIf)
    {
        if (LssSettings.IsHidden(source))
        {
            LeaveOut(source, ReadingSentences.Hidden);
            return;
        }

        if (source.Kind is "*" or "|" or "I" || KindOf(source.Kind) is not { } kind)
        {
            LeaveOut(source, text => ReadingSentences.KindUnknown(NameOf(source.Kind), text));
            return;
        }

        if (Fields(source) == 0)
        {
            LeaveOut(source, ReadingSentences.NoRows);
            return;
        }

        Unused(source);
        var question = new Question
        {
            Code = source.Code,
            Kind = kind,
            Text = texts.Html(source.Code, source.Text),
            Help = texts.Html(source.Code, source.Help),
            Required = source.Row["mandatory"] == "Y" && kind != QuestionKind.Note,
        };
        if (source.Row["mandatory"] == "S")
        {
            losses.Add(source.Code, ReadingSentences.Setting("mandatory", "soft"));
        }

        DraftQuestion Draft(string id, Question made) =>
            new(id, source.Code, made) { ShowIf = showIf };

        switch (source.Kind)
        {
            case "Q" or "K":
                Each(section, source, question, Draft);
                break;
            case ";" or ":":
                Cells(section, source, question, Draft);
                break;
            case "1":
                DualScale(section, source, question, Draft);
                break;
            default:
                form.Add(section, Draft(source.Id, Single(source, question)));
                break;
        }
    }

    /// <summary>How many fields a question of fields has; one for every other question.</summary>
    private static int Fields(LssQuestion source) =>
        source.Kind switch
        {
            "Q" or "K" => source.Parts.Count,
            ";" or ":" => source.Parts.Count(part => part.Scale == "0")
                * source.Parts.Count(part => part.Scale == "1"),
            _ => 1,
        };

    /// <summary>Rows and answers that the type has no use for, left behind when it was changed.</summary>
    private void Unused(LssQuestion source)
    {
        var parts = source.Kind switch
        {
            "Q" or "K" or ";" or ":" => "01",
            "A" or "B" or "C" or "E" or "F" or "H" or "1" or "M" or "P" => "0",
            "R" when source.Answers.Count == 0 => "0",
            _ => "",
        };
        var answers = source.Kind switch
        {
            "1" => "01",
            "L" or "!" or "O" or "R" or "F" or "H" => "0",
            _ => "",
        };
        foreach (var part in source.Parts.Where(one => !parts.Contains(one.Scale)))
        {
            losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Text));
            losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Help));
        }

        foreach (var answer in source.Answers.Where(one => !answers.Contains(one.Scale)))
        {
            losses.Text(source.Code, answer.Code, texts.Html(source.Code, answer.Text));
        }
    }

    private Question Single(LssQuestion source, Question question)
    {
        var (least, most) = source.Kind switch
        {
            "N" => ("min_num_value_n", "max_num_value_n"),
            "M" or "P" or "R" => ("min_answers", "max_answers"),
            _ => ("", ""),
        };
        settings.Tell(source, least, most);
        if (source.Kind is "O" or "P")
        {
            losses.Add(source.Code, ReadingSentences.CommentField(NameOf(source.Kind)));
        }

        return question with
        {
            Options = OptionsOf(source),
            Rows = question.Kind == QuestionKind.Matrix ? Parts(source, "0") : [],
            Other = source is { HasOther: true, Kind: "L" or "!" or "M" or "P" },
            Least = LssSettings.Figure(source, least),
            Most = LssSettings.Figure(source, most),
        };
    }

    private IReadOnlyList<Option> OptionsOf(LssQuestion source) =>
        source.Kind switch
        {
            "5" or "A" => presets.Figures(1, 5),
            "B" => presets.Figures(1, 10),
            "Y" => presets.Of("yes-no"),
            "C" => presets.Of("yes-no-uncertain"),
            "E" => presets.Of("change"),
            "G" => presets.Of("gender"),
            "M" or "P" => Parts(source, "0"),
            "R" when source.Answers.Count == 0 => Parts(source, "0"),
            "L" or "!" or "O" or "R" or "F" or "H" => Answers(source, "0"),
            _ => [],
        };

    /// <summary>Several fields under one question: each becomes a question.</summary>
    private void Each(
        DraftSection? section,
        LssQuestion source,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var (least, most) = source.Kind == "K" ? ("slider_min", "slider_max") : ("", "");
        Told(source, source.Parts.Count);
        settings.Tell(source, least, most);
        form.Add(
            section,
            source.Code,
            question.Text,
            source.Parts.Count,
            () =>
                source.Parts.Select(row =>
                    draft(
                        $"{source.Id}/{row.Code}",
                        question with
                        {
                            Code = $"{source.Code}-{row.Code}",
                            Text = SourceTexts.Joined(question.Text, Said(source, row)),
                            Least = LssSettings.Figure(source, least),
                            Most = LssSettings.Figure(source, most),
                        }
                    )
                )
        );
    }

    /// <summary>An array of fields: a question for each row and column, or for each row where the cells are boxes to tick.</summary>
    private void Cells(
        DraftSection? section,
        LssQuestion source,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var rows = source.Parts.Where(part => part.Scale == "0").ToList();
        var columns = source.Parts.Where(part => part.Scale == "1").ToList();
        settings.Tell(source, "multiflexible_min", "multiflexible_max");
        if (source.Setting("multiflexible_checkbox") == "1" && source.Kind == ":")
        {
            var options = Parts(source, "1");
            Told(source, rows.Count);
            form.Add(
                section,
                source.Code,
                question.Text,
                rows.Count,
                () =>
                    rows.Select(row =>
                        draft(
                            $"{source.Id}/{row.Code}",
                            question with
                            {
                                Code = $"{source.Code}-{row.Code}",
                                Kind = QuestionKind.Several,
                                Text = SourceTexts.Joined(question.Text, Said(source, row)),
                                Options = options,
                            }
                        )
                    )
            );
            return;
        }

        Told(source, rows.Count * columns.Count);
        form.Add(
            section,
            source.Code,
            question.Text,
            rows.Count * columns.Count,
            () =>
                from row in rows
                from column in columns
                let words = SourceTexts.Joined(Said(source, row), Said(source, column), " · ")
                select draft(
                    $"{source.Id}/{row.Code}/{column.Code}",
                    question with
                    {
                        Code = $"{source.Code}-{row.Code}-{column.Code}",
                        Text = SourceTexts.Joined(question.Text, words),
                        Least = LssSettings.Figure(source, "multiflexible_min"),
                        Most = LssSettings.Figure(source, "multiflexible_max"),
                    }
                )
        );
    }

    private void DualScale(
        DraftSection? section,
        LssQuestion source,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        settings.Tell(source);
        Told(source, 2);
        var rows = Parts(source, "0");
        form.Add(
            section,
            source.Code,
            question.Text,
            2,
            () =>
                from scale in new[] { (Number: "0", Head: "A"), (Number: "1", Head: "B") }
                select draft(
                    $"{source.Id}/{scale.Head}",
                    question with
                    {
                        Code = $"{source.Code}-{scale.Head}",
                        Text = SourceTexts.Joined(question.Text, Head(source, scale.Head)),
                        Options = Answers(source, scale.Number),
                        Rows = rows,
                    }
                )
        );
    }

    private Words Head(LssQuestion source, string scale) =>
        texts.Html(source.Code, source.SettingTexts("dualscale_header" + scale));

    private List<Option> Parts(LssQuestion source, string scale) =>
        [
            .. source
                .Parts.Where(part => part.Scale == scale)
                .Select(part => new Option(part.Code, Said(source, part))),
        ];

    /// <summary>The words of a row or an option, with what it was shown under told.</summary>
    private Words Said(LssQuestion source, LssQuestion part)
    {
        var words = texts.Html(source.Code, part.Text);
        if (part.Relevance is not ("" or "1"))
        {
            losses.Add(
                source.Code,
                ReadingSentences.OptionCondition(ReadingSentences.All(words), part.Relevance)
            );
        }

        losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Help));
        return words;
    }

    private List<Option> Answers(LssQuestion source, string scale) =>
        [
            .. source
                .Answers.Where(answer => answer.Scale == scale)
                .Select(answer => new Option(answer.Code, texts.Html(source.Code, answer.Text))),
        ];

    private void Told(LssQuestion source, int count) =>
        losses.Add(source.Code, ReadingSentences.Split(count));

    /// <summary>A question that is left out, told with all its rows and options.</summary>
    public void LeaveOut(LssQuestion source, Func<string, Sentence> why)
    {
        var text = texts.Html(source.Code, source.Text);
        losses.Add(source.Code, why(ReadingSentences.All(text)));
        foreach (var part in source.Parts)
        {
            losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Text));
            losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Help));
        }

        foreach (var answer in source.Answers)
        {
            losses.Text(source.Code, answer.Code, texts.Html(source.Code, answer.Text));
        }

        losses.Text(source.Code, source.Code, texts.Html(source.Code, source.Help));
    }

    private static QuestionKind? KindOf(string type) =>
        type switch
        {
            "L" or "!" or "O" or "Y" or "G" => QuestionKind.Choice,
            "5" => QuestionKind.Scale,
            "M" or "P" => QuestionKind.Several,
            "A" or "B" or "C" or "E" or "F" or "H" or "1" => QuestionKind.Matrix,
            "R" => QuestionKind.Ranking,
            "S" or "Q" or ";" => QuestionKind.ShortText,
            "T" or "U" => QuestionKind.LongText,
            "N" or "K" or ":" => QuestionKind.Number,
            "D" => QuestionKind.Date,
            "X" => QuestionKind.Note,
            _ => null,
        };

    private static string NameOf(string type) =>
        type switch
        {
            "*" => "equation (*)",
            "|" => "file upload (|)",
            "I" => "language switch (I)",
            "O" => "list with comment (O)",
            "P" => "multiple choice with comments (P)",
            _ => type,
        };
}
