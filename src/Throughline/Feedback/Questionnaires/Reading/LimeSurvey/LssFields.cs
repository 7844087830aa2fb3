namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>Types of LimeSurvey that hold several fields: each field becomes a question.</summary>
internal sealed class LssFields(DraftForm form, LssParts parts, LssSettings settings, Losses losses)
{
    /// <summary>Several fields under one question: each becomes a question.</summary>
    public void Each(
        DraftSection? section,
        LssQuestion source,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var (least, most) = source.Kind == "K" ? ("slider_min", "slider_max") : ("", "");
        Split(source, source.Parts.Count);
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
                            Text = SourceTexts.Joined(question.Text, parts.Said(source, row)),
                            Least = LssSettings.Figure(source, least),
                            Most = LssSettings.Figure(source, most),
                        }
                    )
                ),
            () => parts.Lost(source)
        );
    }

    /// <summary>An array of fields: a question for each row and column, or for each row where the cells are boxes to tick.</summary>
    public void Cells(
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
            var options = parts.Of(source, "1");
            Split(source, rows.Count);
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
                                Text = SourceTexts.Joined(question.Text, parts.Said(source, row)),
                                Options = options,
                            }
                        )
                    ),
                () => parts.Lost(source)
            );
            return;
        }

        Split(source, rows.Count * columns.Count);
        form.Add(
            section,
            source.Code,
            question.Text,
            rows.Count * columns.Count,
            () =>
                from row in rows
                from column in columns
                let words = SourceTexts.Joined(
                    parts.Said(source, row),
                    parts.Said(source, column),
                    " · "
                )
                select draft(
                    $"{source.Id}/{row.Code}/{column.Code}",
                    question with
                    {
                        Code = $"{source.Code}-{row.Code}-{column.Code}",
                        Text = SourceTexts.Joined(question.Text, words),
                        Least = LssSettings.Figure(source, "multiflexible_min"),
                        Most = LssSettings.Figure(source, "multiflexible_max"),
                    }
                ),
            () => parts.Lost(source)
        );
    }

    public void DualScale(
        DraftSection? section,
        LssQuestion source,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        settings.Tell(source);
        Split(source, 2);
        var rows = parts.Of(source, "0");
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
                        Text = SourceTexts.Joined(question.Text, parts.Head(source, scale.Head)),
                        Options = parts.Answers(source, scale.Number),
                        Rows = rows,
                    }
                ),
            () => parts.Lost(source)
        );
    }

    private void Split(LssQuestion source, int count) =>
        losses.Add(source.Code, ReadingSentences.Split(count));
}
