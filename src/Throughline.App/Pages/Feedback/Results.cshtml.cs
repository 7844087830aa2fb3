using Microsoft.AspNetCore.Mvc;
using Throughline.Analysis.Representation;
using Throughline.App.Design;
using Throughline.Feedback;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Publishing.Tree;

namespace Throughline.App.Pages.Feedback;

/// <summary>What was heard, live: first whose voices are missing, then each question; <c>?by=…</c> parts the answers, <c>?weigh=true</c> weighs them.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class ResultsModel(
    FeedbackQueries feedback,
    HearRound hear,
    VoiceQueries voices,
    WeighRound weigh,
    PassageQueries passages
) : FeedbackPage(feedback)
{
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>Whether the shares are also to be told as if every group had answered in proportion.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Weigh { get; set; }

    /// <summary>The plan that was asked about, and how many spoke of each part.</summary>
    public AskedAbout? About { get; private set; }

    public IReadOnlyList<(Passage Passage, int Answers)> ByPassage { get; private set; } = [];

    public RoundWeighed? Weighed { get; private set; }

    public RoundView Round { get; private set; } = null!;

    public RoundHeard Heard { get; private set; } = null!;

    public VoiceCoverage? Voices { get; private set; }

    public int Answers { get; private set; }

    /// <summary>The questionnaire's words in the reader's language, where it has them.</summary>
    public string Language => T.Language;

    public IEnumerable<Choice> Partings =>
        Heard
            .Form.Questions.Where(question =>
                question.Segment is not null && question.Options.Count > 0
            )
            .Select(question => new Choice(question.Code, question.Text.In(Language)));

    public IReadOnlyList<SegmentHeard> ShownSegments =>
        [.. Heard.Segments.Where(segment => segment is { Option: not null, Count: not null })];

    public bool HidesSome =>
        Heard.Segments.Any(segment => segment.Count is null)
        || Heard
            .Questions.SelectMany(question => question.Entries)
            .SelectMany(entry => entry.Options)
            .Any(option => option.Count is null);

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        if (
            await Queries.Round(round, cancel) is not { } found
            || await hear.Do(round, By, cancel) is not { } heard
        )
        {
            return NotFound();
        }

        Round = found;
        Heard = heard;
        Voices = await voices.Of(round, cancel);
        Answers = await Queries.CountAnswers(round, cancel);
        About = await passages.About(found.Subject, found.SubjectVersion, cancel);
        ByPassage = About is null ? [] : await passages.Counts(round, About, cancel);
        Weighed = Weigh && heard.Count is not null ? await weigh.Do(round, cancel) : null;
        return Page();
    }

    public IReadOnlyList<AnswerBar> Bars(QuestionHeard question, EntryHeard entry) =>
        [
            .. entry
                .Options.Zip(question.Question.Options)
                .Select(pair => new AnswerBar(
                    pair.First.Text.In(Language),
                    pair.First.Count,
                    pair.First.Of,
                    pair.First.Count is { } count
                        ? T["feedback.of", count, pair.First.Of]
                            + Weighted(question, entry, pair.Second)
                        : T["feedback.results.hidden-cell"]
                )),
        ];

    /// <summary>What the groups were weighed by is as the directory says: to tell it again would prove nothing.</summary>
    private string Weighted(QuestionHeard question, EntryHeard entry, Option option) =>
        question.Question.Segment != "subgroup"
        && Weighed?.Share(entry.Field, option.Code) is { } share
            ? " · " + T["feedback.weigh.share", share]
            : "";

    public string Named(IReadOnlyList<Option> options) =>
        string.Join(", ", options.Select(option => option.Text.In(Language)));

    public string Base(QuestionHeard question, EntryHeard entry) =>
        T.Count(
            question.Question.Kind switch
            {
                QuestionKind.Ranking => "feedback.results.ranked",
                QuestionKind.Several => "feedback.results.several",
                _ => "feedback.results.answered",
            },
            entry.Answered
        );

    /// <summary>The one thing that matters, as a colleague would say it.</summary>
    public string Finding(VoiceCoverage coverage)
    {
        var missing = coverage.Missing.Select(group => group.Option.Text.In(Language)).ToList();
        return missing.Count switch
        {
            0 => T["feedback.voices.none-missing"],
            1 => T["feedback.voices.missing-one", missing[0]],
            _ => T[
                "feedback.voices.missing-several",
                string.Join(", ", missing.SkipLast(1)),
                missing[^1]
            ],
        };
    }

    public string HeardOf(GroupVoice group, VoiceCoverage coverage) =>
        group.Heard is { } heard
            ? T["feedback.of", heard, coverage.Answers]
            : T["feedback.fewer-than", SmallGroups.Least];

    public string StudentsOf(GroupVoice group, VoiceCoverage coverage) =>
        group.Population is { } population && coverage.Students is { } students
            ? T["feedback.of", population, students]
            : T["feedback.voices.no-number"];

    public string StandingOf(GroupVoice group) =>
        group.Standing is { } standing
            ? T["feedback.standing." + standing]
                + (
                    group.Ratio is { } ratio
                        ? " " + T["feedback.voices.ratio", Ratio(ratio.Low), Ratio(ratio.High)]
                        : ""
                )
            : "";

    private string Ratio(double ratio) => ratio.ToString("0.0", T.Culture);
}
