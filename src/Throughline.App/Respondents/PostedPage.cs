using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Section = Throughline.Feedback.Questionnaires.Section;

namespace Throughline.App.Respondents;

/// <summary>One page of the form as somebody sent it.</summary>
internal sealed record PostedPage(
    AskedRound Round,
    int Edition,
    Questionnaire Form,
    int At,
    string Language,
    string Secret,
    IFormCollection Fields
)
{
    private static readonly IReadOnlyList<string?> Nothing = [];

    public Section Section => Form.Sections[At];

    /// <summary>The sections as they were written, where all of them were on one page.</summary>
    public IReadOnlyList<Section>? Parts { get; init; }

    /// <summary>The key of the part that is spoken of; none where it is no part of the plan.</summary>
    public IReadOnlyList<string> Passage =>
        Round.About?.Of(Fields[FormHtml.PassageField]) is { } passage ? [passage.Key] : [];

    public IReadOnlyList<string?> Values(string name) =>
        Fields.TryGetValue(name, out var values) ? values : Nothing;

    public FormView View(
        AnswerEntries entries,
        IReadOnlyList<EntryProblem> problems,
        string? notice = null
    ) =>
        new(Round, Edition, Form, At, Language, Secret, entries, problems, notice)
        {
            Parts = Parts,
        };

    public Answer Answer(AnswerEntries entries, DateOnly today, DateOnly? sentOn) =>
        new()
        {
            DistrictId = Round.District.Id,
            RoundId = Round.Round,
            Id = FormSecret.AnswerOf(Secret),
            ChannelId = Round.Channel,
            Edition = Edition,
            Language = Language,
            SavedOn = today,
            SentOn = sentOn,
            Entries = entries.ToJson(),
        };
}
