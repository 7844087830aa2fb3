using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>The kinds of question of SurveyJS in ours; one that has no counterpart is told.</summary>
internal sealed class SjsQuestions(
    DraftForm form,
    SjsTexts texts,
    SjsOptions options,
    SjsLosses told,
    SjsCondition conditions,
    Losses losses
)
{
    private readonly SjsMatrix matrix = new(form, texts, options, told, losses);

    /// <param name="under">The condition of the panel that it stands in.</param>
    public void Add(DraftSection? section, JsonElement element, DraftCondition? under)
    {
        var (name, type) = (element.Name("name"), element.Name("type"));
        var showIf = Both(under, conditions.Read(element.Text("visibleIf")));
        var title = texts.Of(name, element.Find("title"));
        if (element.Text("visible") == "false" && element.Text("visibleIf").Length == 0)
        {
            LeaveOut(name, element, ReadingSentences.Hidden(ReadingSentences.All(title)));
        }
        else if (type == "panel")
        {
            Panel(section, element, title, showIf);
        }
        else if (SjsKinds.Of(element) is not { } kind)
        {
            LeaveOut(
                name,
                element,
                ReadingSentences.KindUnknown(type, ReadingSentences.All(title))
            );
        }
        else
        {
            Question(
                section,
                element,
                showIf,
                kind,
                title.IsEmpty ? texts.Same(name, name) : title
            );
        }
    }

    private void Question(
        DraftSection? section,
        JsonElement element,
        DraftCondition? showIf,
        QuestionKind kind,
        Words title
    )
    {
        var (name, type) = (element.Name("name"), element.Name("type"));
        told.Settings(name, element);
        var question = new Question
        {
            Code = name,
            Kind = kind,
            Text = title,
            Help = texts.Of(name, element.Find("description")),
            Required = element.Is("isRequired") && kind != QuestionKind.Note,
        };

        DraftQuestion Draft(string part, Question made) =>
            new(part.Length == 0 ? name : $"{name}/{part}", name, made) { ShowIf = showIf };

        switch (type)
        {
            case "matrix":
                matrix.Add(section, element, question, Draft);
                break;
            case "matrixdropdown":
                matrix.AddColumns(section, element, question, Draft);
                break;
            case "multipletext":
                Items(section, element, question, Draft);
                break;
            default:
                form.Add(section, Draft("", Single(element, question)));
                break;
        }
    }

    private Question Single(JsonElement element, Question question)
    {
        var (name, type) = (element.Name("name"), element.Name("type"));
        if (type == "html")
        {
            losses.Text(name, "title", texts.Of(name, element.Find("title")));
            return question with { Text = texts.Html(name, element.Find("html")) };
        }

        if (type is "text" or "slider")
        {
            return SjsKinds.WithLimits(element, question, losses);
        }

        List<Option> chosen = type switch
        {
            "boolean" => options.YesNo(name, element),
            "rating" => options.Rating(name, element),
            _ => options.Choices(name, element),
        };
        return question with
        {
            Options = SettledOptions.Chooses(question.Kind) ? chosen : [],
            Other = element.Is("showOtherItem") || element.Is("hasOther"),
            Least = element.Number("minSelectedChoices") is > 0 and var least ? least : null,
            Most = element.Number("maxSelectedChoices") is > 0 and var most ? most : null,
        };
    }

    private void Items(
        DraftSection? section,
        JsonElement element,
        Question question,
        Func<string, Question, DraftQuestion> draft
    )
    {
        var items = options.Of(question.Code, element.Find("items"), "name");
        if (items.Count == 0)
        {
            losses.Whole(
                question.Code,
                question,
                ReadingSentences.NoRows(ReadingSentences.All(question.Text))
            );
            return;
        }

        losses.Add(question.Code, ReadingSentences.Split(items.Count));
        foreach (var item in element.Find("items").Items())
        {
            told.Settings(question.Code, item);
        }

        form.Add(
            section,
            question.Code,
            question.Text,
            items.Count,
            () =>
                items.Select(item =>
                    draft(
                        item.Code,
                        question with
                        {
                            Code = $"{question.Code}-{item.Code}",
                            Text = SourceTexts.Joined(question.Text, item.Text),
                        }
                    )
                ),
            () => losses.Parts(question.Code, question with { Options = items })
        );
    }

    /// <summary>What a panel says stands before what it holds.</summary>
    private void Panel(
        DraftSection? section,
        JsonElement panel,
        Words title,
        DraftCondition? showIf
    )
    {
        var name = panel.Name("name");
        told.Settings(name, panel);
        var text = SourceTexts.Joined(title, texts.Of(name, panel.Find("description")));
        if (!text.IsEmpty)
        {
            form.Add(
                section,
                new DraftQuestion(
                    name,
                    name,
                    new Question
                    {
                        Code = name,
                        Kind = QuestionKind.Note,
                        Text = text,
                    }
                )
                {
                    ShowIf = showIf,
                }
            );
        }

        foreach (var element in panel.Find("elements").Items())
        {
            Add(section, element, showIf);
        }
    }

    private void LeaveOut(string name, JsonElement element, Kernel.Sentence why)
    {
        losses.Add(name, why);
        told.Whole(name, element);
    }

    /// <summary>Two conditions at once are more than ours can say.</summary>
    private static DraftCondition? Both(DraftCondition? one, DraftCondition? other) =>
        one is null ? other
        : other is null ? one
        : DraftCondition.Other($"({one.Source}) and ({other.Source})");
}
