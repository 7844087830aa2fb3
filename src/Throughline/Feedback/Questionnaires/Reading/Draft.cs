namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>
/// A questionnaire in our shape with its author's codes, before they are made legal. It has as much room as ours, so that a question
/// which falls into many never grows without bound.
/// </summary>
internal sealed class DraftForm(Losses losses)
{
    private int taken;
    private int met;

    public Words Title { get; set; } = Words.None;

    public Words Introduction { get; set; } = Words.None;

    public Words Thanks { get; set; } = Words.None;

    public List<DraftSection> Sections { get; } = [];

    /// <summary>Null where there is no room for another page: its questions are told as lost one by one.</summary>
    public DraftSection? Open(DraftSection section)
    {
        if (Sections.Count < Questionnaire.MostSections)
        {
            Sections.Add(section);
            return section;
        }

        losses.Add(section.Where, NoRoom(section.Title));
        losses.Text(section.Where, section.Code, section.Text);
        return null;
    }

    /// <summary>All the questions that one of the source falls into, or none of them.</summary>
    /// <param name="tellParts">Tells what else is lost with it where there is no room.</param>
    public void Add(
        DraftSection? section,
        string where,
        Words text,
        int count,
        Func<IEnumerable<DraftQuestion>> questions,
        Action tellParts
    )
    {
        SourceLimits.Count(++met, SourceLimits.MostQuestions, where);
        if (section is null || taken + count > Questionnaire.MostQuestions)
        {
            losses.Add(where, NoRoom(text));
            tellParts();
            return;
        }

        taken += count;
        section.Questions.AddRange(questions());
    }

    public void Add(DraftSection? section, DraftQuestion question) =>
        Add(
            section,
            question.Where,
            question.Question.Text,
            1,
            () => [question],
            () => losses.Parts(question.Where, question.Question)
        );

    private static Kernel.Sentence NoRoom(Words text) =>
        ReadingSentences.NoRoom(
            Questionnaire.MostSections,
            Questionnaire.MostQuestions,
            ReadingSentences.All(text)
        );
}

/// <param name="Where">What its author calls it.</param>
internal sealed record DraftSection(string Where, string Code, Words Title)
{
    public Words Text { get; init; } = Words.None;

    public DraftCondition? ShowIf { get; set; }

    public List<DraftQuestion> Questions { get; } = [];
}

/// <param name="Id">What conditions call it.</param>
/// <param name="Where">What its author calls it.</param>
internal sealed record DraftQuestion(string Id, string Where, Question Question)
{
    public DraftCondition? ShowIf { get; set; }
}

/// <summary>
/// When something is shown, in its author's words; where that is "a question was answered with one of these options", also that
/// question's id and the codes as they stand in the source.
/// </summary>
internal sealed record DraftCondition(string Source, string? Question, IReadOnlyList<string> Is)
{
    public static DraftCondition Other(string source) => new(source, null, []);
}
