using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>Blocks as pages. Each is asked once; what is in the bin or on no way through the survey is told.</summary>
internal sealed class QsfBlocks(
    DraftForm form,
    SourceTexts texts,
    IReadOnlyDictionary<string, QsfQuestion> questions,
    string main,
    Losses losses
)
{
    private readonly QsfQuestions writing = new(form, texts, losses);
    private readonly HashSet<string> askedBlocks = new(StringComparer.Ordinal);
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    public void Add(string id, JsonElement? block, DraftCondition? showIf)
    {
        if (block is not { } found)
        {
            losses.Add(ReadingSentences.PartLeftOut("Flow: " + id, 1));
            return;
        }

        var title = Title(found, id);
        var where = title.In(title.Languages.FirstOrDefault() ?? main);
        if (!askedBlocks.Add(id))
        {
            losses.Add(where, ReadingSentences.AskedAgain(where));
            return;
        }

        var section = form.Open(new DraftSection(where, id, title) { ShowIf = showIf });
        var elements = found.Find("BlockElements").Entries().Select(one => one.Value).ToList();
        foreach (var element in elements)
        {
            Element(section, where, element);
        }

        Options(where, found);
        if (section is not null)
        {
            Skips(section, elements);
        }
    }

    public void LeaveOutUnlessAsked(string id, JsonElement block)
    {
        if (askedBlocks.Contains(id))
        {
            return;
        }

        var elements = block.Find("BlockElements").Entries().Select(one => one.Value).ToList();
        if (block.Name("Type") != "Trash" || elements.Count > 0)
        {
            var title = ReadingSentences.All(Title(block, id));
            losses.Add(title, ReadingSentences.Unplaced(title));
        }

        foreach (var element in elements)
        {
            if (
                questions.TryGetValue(element.Name("QuestionID"), out var question)
                && met.Add(question.Id)
            )
            {
                writing.LeaveOut(question, ReadingSentences.Unplaced);
            }
        }
    }

    /// <summary>Questions that no block holds.</summary>
    public void LeaveOutTheRest()
    {
        foreach (var question in questions.Values.Where(one => met.Add(one.Id)))
        {
            writing.LeaveOut(question, ReadingSentences.Unplaced);
        }
    }

    private void Element(DraftSection? section, string where, JsonElement element)
    {
        var kind = element.Name("Type");
        if (
            kind != "Question"
            || !questions.TryGetValue(element.Name("QuestionID"), out var question)
        )
        {
            // A page of ours is a section; where a block had more than one, they are one now.
            losses.Add(where, ReadingSentences.Setting(kind, element.Name("QuestionID")));
        }
        else if (met.Add(question.Id))
        {
            writing.Add(section, question);
        }
        else
        {
            losses.Add(
                question.Code,
                ReadingSentences.AskedAgain(
                    ReadingSentences.All(texts.Html(question.Code, question.Text))
                )
            );
        }
    }

    private void Skips(DraftSection section, List<JsonElement> elements)
    {
        var skips = new QsfSkips(
            section,
            [.. elements.Select(one => one.Name("QuestionID"))],
            losses
        );
        foreach (var element in elements)
        {
            if (questions.TryGetValue(element.Name("QuestionID"), out var question))
            {
                skips.Apply(
                    question,
                    element.Find("SkipLogic") ?? question.Payload.Find("SkipLogic")
                );
            }
        }
    }

    private void Options(string where, JsonElement block)
    {
        foreach (var (name, value) in block.Find("Options").Entries())
        {
            if (
                name is "RandomizeQuestions" or "Looping"
                && value.Text() is not ("" or "false" or "None")
            )
            {
                losses.Add(where, ReadingSentences.Setting(name, value.Text()));
            }
        }
    }

    private Words Title(JsonElement block, string id) =>
        texts.Html(id, [(main, block.Text("Description"))]);
}
