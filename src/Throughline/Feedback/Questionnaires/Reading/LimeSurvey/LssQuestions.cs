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
    private readonly LssParts parts = new(texts, losses);
    private LssFields Fields => new(form, parts, settings, losses);

    public void Add(DraftSection? section, LssQuestion source, DraftCondition? showIf)
    {
        if (LssSettings.IsHidden(source))
        {
            LeaveOut(source, ReadingSentences.Hidden);
            return;
        }

        if (source.Kind is "*" or "|" or "I" || LssKinds.KindOf(source.Kind) is not { } kind)
        {
            LeaveOut(
                source,
                text => ReadingSentences.KindUnknown(LssKinds.NameOf(source.Kind), text)
            );
            return;
        }

        if (LssKinds.Fields(source) == 0)
        {
            LeaveOut(source, ReadingSentences.NoRows);
            return;
        }

        parts.Unused(source);
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
                Fields.Each(section, source, question, Draft);
                break;
            case ";" or ":":
                Fields.Cells(section, source, question, Draft);
                break;
            case "1":
                Fields.DualScale(section, source, question, Draft);
                break;
            default:
                form.Add(section, Draft(source.Id, Single(source, question)));
                break;
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
            losses.Add(source.Code, ReadingSentences.CommentField(LssKinds.NameOf(source.Kind)));
        }

        return question with
        {
            Options = OptionsOf(source),
            Rows = question.Kind == QuestionKind.Matrix ? parts.Of(source, "0") : [],
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
            "M" or "P" => parts.Of(source, "0"),
            "R" when source.Answers.Count == 0 => parts.Of(source, "0"),
            "L" or "!" or "O" or "R" or "F" or "H" => parts.Answers(source, "0"),
            _ => [],
        };

    /// <summary>A question that is left out, told with all its rows and options.</summary>
    public void LeaveOut(LssQuestion source, Func<string, Sentence> why)
    {
        losses.Add(source.Code, why(ReadingSentences.All(texts.Html(source.Code, source.Text))));
        parts.Lost(source);
    }
}
