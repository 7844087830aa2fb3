using Throughline.Analysis.Disclosure;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using TableCell = Throughline.Analysis.Disclosure.TableCell;

namespace Throughline.Feedback.OpenData;

/// <summary>
/// One field of a questionnaire as a table of counts: what was chosen by whom, with every total that a reader can make. Those who did
/// not answer, and those of whom the group is not known, are rows and columns like the others.
/// </summary>
public sealed record CountedField(Question Question, string Field, Option? Row)
{
    public const string Nothing = "(none)";
    internal const string Yes = "yes";
    internal const string No = "no";

    /// <summary>
    /// What can be published: questions that are answered by choosing. What people wrote is theirs. Who several groups are at once is
    /// told as the groups of other questions only, so that it is never counted under two names.
    /// </summary>
    public static bool CanBePublished(Question question) =>
        question.HasOptions
        && !(question.Segment is not null && question.Kind == QuestionKind.Several);

    /// <summary>Whether the answers can be told apart by it.</summary>
    public static bool CanPart(Question question) =>
        question.Segment is not null
        && question.Kind is (QuestionKind.Choice or QuestionKind.Several or QuestionKind.Scale);

    public static IEnumerable<CountedField> Of(Question question) =>
        question.HasRows
            ? question.Rows.Select(row => new CountedField(
                question,
                AnswerFields.Row(question, row),
                row
            ))
            : [new CountedField(question, question.Code, null)];

    public bool Several => Question.Kind == QuestionKind.Several;

    /// <summary>
    /// One table of all options; where several could be chosen, one for each option: whoever chose it, and the rest, which anybody can
    /// subtract.
    /// </summary>
    public IEnumerable<CountTable> Tables(RoundTally tally, Question? segment) =>
        Several
            ? Question.Options.Select(option =>
                Table(
                    $"{Field}={option.Code}",
                    segment,
                    [
                        (Yes, (string? group) => Count(tally, option.Code, group), false),
                        (No, group => Size(tally, group) - Count(tally, option.Code, group), true),
                    ],
                    tally
                )
            )
            :
            [
                Table(
                    Field,
                    segment,
                    [
                        .. Question.Options.Select(option =>
                            (
                                option.Code,
                                new Func<string?, int>(group => Count(tally, option.Code, group)),
                                false
                            )
                        ),
                        (
                            Nothing,
                            group => Size(tally, group) - tally.Answered(Field, group),
                            false
                        ),
                    ],
                    tally
                ),
            ];

    /// <summary>The table in which an option's counts stand, and the name they have there.</summary>
    public (string Table, string At) Place(string? option) =>
        Several ? ($"{Field}={option}", Yes) : (Field, option ?? Nothing);

    /// <summary>Of a ranking, how often it stood first.</summary>
    private int Count(RoundTally tally, string option, string? group) =>
        Question.Kind == QuestionKind.Ranking
            ? tally.First(Field, option, group)
            : tally.Chosen(Field, option, group);

    private static int Size(RoundTally tally, string? group) =>
        group is null ? tally.Count : tally.CountOf(group);

    private static CountTable Table(
        string name,
        Question? segment,
        IReadOnlyList<(string Code, Func<string?, int> Of, bool IsDerived)> lines,
        RoundTally tally
    )
    {
        var cells = new List<TableCell>();
        foreach (var group in Groups(segment))
        {
            var size = Of(one => Size(tally, one), group, segment);
            cells.Add(new TableCell(At(group, null), size, name));
            foreach (var line in lines)
            {
                var count = Of(line.Of, group, segment);
                cells.Add(
                    new TableCell(At(group, line.Code), count, name)
                    {
                        IsDerived = line.IsDerived,
                        // Where nobody at all chose it, or nobody left it out, every group says what the whole says already.
                        Asked = group is null || line.Of(null) == 0 ? null : Telling(count, size),
                    }
                );
            }
        }

        // The groups are a dimension under their question's own name: published by itself, it is the same dimension.
        return new CountTable(name, segment is null ? [name] : [segment.Code, name], cells)
        {
            Overlapping = segment is { Kind: QuestionKind.Several } ? [segment.Code] : [],
        };

        IReadOnlyList<string?> At(string? group, string? code) =>
            segment is null ? [code] : [group, code];
    }

    /// <summary>
    /// Where all of a group said the same, whoever knows that somebody is of it knows what they said; the same where none did. Of the
    /// whole round it is a finding. Small counts are the rule's.
    /// </summary>
    private static Protection? Telling(int count, int size) =>
        size == 0 ? null
        : count == 0 ? new Protection(0, Reach, Reach)
        : count == size && count >= SmallGroups.Least ? new Protection(Reach, 0, Reach)
        : null;

    private const int Reach = 3;

    /// <summary>The whole, each group, and those of whom it is not known; groups that overlap leave no rest that can be counted.</summary>
    private static IEnumerable<string?> Groups(Question? segment) =>
        segment is null
            ? [null]
            :
            [
                null,
                .. segment.Options.Select(option => option.Code),
                .. segment.Kind == QuestionKind.Several ? Array.Empty<string>() : [Nothing],
            ];

    /// <summary>Of those whose group is not known: the whole without the groups, where the groups do not overlap.</summary>
    private static int Of(Func<string?, int> of, string? group, Question? segment) =>
        group == Nothing ? of(null) - segment!.Options.Sum(option => of(option.Code)) : of(group);
}
