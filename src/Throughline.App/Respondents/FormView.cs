using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Publishing.Tree;
using Section = Throughline.Feedback.Questionnaires.Section;

namespace Throughline.App.Respondents;

/// <summary>The form as the team tries it: its buttons turn the pages, and nothing is stored.</summary>
/// <param name="Action">Where its buttons lead.</param>
/// <param name="Bar">Markup above the page, which says that it is one.</param>
/// <param name="Fields">What the form carries along, by name.</param>
public sealed record Trial(
    string Action,
    string Bar,
    IReadOnlyList<(string Name, string Value)> Fields,
    bool IsNarrow
);

/// <summary>What a page of the form shows.</summary>
/// <param name="Secret">Of the form on this screen, or the mark of a slot.</param>
public sealed record FormView(
    AskedRound Round,
    int Edition,
    Questionnaire Form,
    int Section,
    string Language,
    string Secret,
    AnswerEntries Entries,
    IReadOnlyList<EntryProblem> Problems,
    string? Notice = null,
    Trial? Trial = null
)
{
    /// <summary>The part of a plan that is spoken of; null where it is none.</summary>
    public Passage? Passage => Round.About?.Of(Entries.First(AskedAbout.Field));

    /// <summary>The sections as they were written, where all of them stand on one page; null where each has its own.</summary>
    public IReadOnlyList<Section>? Parts { get; init; }

    /// <summary>The fields of the statements that were shown before, where somebody asked for more; null where nobody did.</summary>
    public IReadOnlySet<string>? Seen { get; init; }
}
