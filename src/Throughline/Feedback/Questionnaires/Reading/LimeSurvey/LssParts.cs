namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>Rows, columns and answers of a question as options of ours, and those that are lost.</summary>
internal sealed class LssParts(SourceTexts texts, Losses losses)
{
    public List<Option> Of(LssQuestion source, string scale) =>
        [
            .. source
                .Parts.Where(part => part.Scale == scale)
                .Select(part => new Option(part.Code, Said(source, part))),
        ];

    /// <summary>The words of a row or an option, with what it was shown under told.</summary>
    public Words Said(LssQuestion source, LssQuestion part)
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

    public List<Option> Answers(LssQuestion source, string scale) =>
        [
            .. source
                .Answers.Where(answer => answer.Scale == scale)
                .Select(answer => new Option(answer.Code, texts.Html(source.Code, answer.Text))),
        ];

    public Words Head(LssQuestion source, string scale) =>
        texts.Html(source.Code, source.SettingTexts("dualscale_header" + scale));

    /// <summary>Rows and answers that the type has no use for, left behind when it was changed.</summary>
    public void Unused(LssQuestion source)
    {
        var (parts, answers) = (LssKinds.ScalesOfParts(source), LssKinds.ScalesOfAnswers(source));
        Lost(
            source,
            source.Parts.Where(one => !parts.Contains(one.Scale)),
            source.Answers.Where(one => !answers.Contains(one.Scale))
        );
    }

    /// <summary>All that a question holds which is left out.</summary>
    public void Lost(LssQuestion source)
    {
        Lost(source, source.Parts, source.Answers);
        losses.Text(source.Code, source.Code, texts.Html(source.Code, source.Help));
    }

    private void Lost(
        LssQuestion source,
        IEnumerable<LssQuestion> parts,
        IEnumerable<LssAnswer> answers
    )
    {
        foreach (var part in parts)
        {
            losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Text));
            losses.Text(source.Code, part.Code, texts.Html(source.Code, part.Help));
        }

        foreach (var answer in answers)
        {
            losses.Text(source.Code, answer.Code, texts.Html(source.Code, answer.Text));
        }
    }
}
