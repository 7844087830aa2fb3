using System.Text.Json.Serialization;

namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// What a round asks, in every language it is asked in. Data, not rows: a round keeps each edition of its questionnaire whole, so that
/// every answer can be read beside the words it answered.
/// </summary>
public sealed record Questionnaire
{
    public const int MostSections = 40;
    public const int MostQuestions = 200;

    public required Words Title { get; init; }

    /// <summary>Why we ask, and what becomes of the answers.</summary>
    public Words Introduction { get; init; } = Words.None;

    /// <summary>What the last page says to whoever has answered.</summary>
    public Words Thanks { get; init; } = Words.None;

    /// <summary>The languages it is asked in; the first one is the one it was written in.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Translations that no person has read yet, by language.</summary>
    public IReadOnlyList<string> Unreviewed { get; init; } = [];

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>What was taken out, the latest first: nobody is asked it, and it can be put back where it was.</summary>
    public IReadOnlyList<TakenOut> SetAside { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    [JsonIgnore]
    public string Language => Languages[0];
}

/// <summary>A question or a whole page that was taken out of the form.</summary>
/// <param name="Page">The page that the question stood on; null for a page.</param>
/// <param name="Place">How many stood before it.</param>
public sealed record TakenOut(
    string? Page,
    int Place,
    Section? Section = null,
    Question? Question = null
)
{
    [JsonIgnore]
    public string Code => Section?.Code ?? Question!.Code;

    /// <summary>Its codes are not given to anything else: two columns of one name would be mixed up.</summary>
    [JsonIgnore]
    public IEnumerable<string> Codes =>
        Section is null ? [Code] : [Code, .. Section.Questions.Select(one => one.Code)];
}

/// <summary>One page of the form.</summary>
public sealed record Section
{
    public required string Code { get; init; }

    public Words Title { get; init; } = Words.None;

    public Words Text { get; init; } = Words.None;

    public Condition? ShowIf { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }
}

public sealed record Question
{
    public const int MostOptions = 200;

    /// <summary>Letters, digits and hyphens, unique in the questionnaire: the name of the column in every export.</summary>
    public required string Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required QuestionKind Kind { get; init; }

    public required Words Text { get; init; }

    public Words Help { get; init; } = Words.None;

    public bool Required { get; init; }

    public Condition? ShowIf { get; init; }

    /// <summary>What can be chosen; the columns of a matrix.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The rows of a matrix; the statements that are voted on.</summary>
    public IReadOnlyList<Option> Rows { get; init; } = [];

    /// <summary>Whether something else may be written in beside the options; whether a statement may be added to those voted on.</summary>
    public bool Other { get; init; }

    /// <summary>Several and ranking: at least and at most so many. Number: from and to.</summary>
    public double? Least { get; init; }

    public double? Most { get; init; }

    /// <summary>What the answer says of whoever answers: <c>role</c>, <c>school</c>, <c>language</c>, <c>subgroup</c>, <c>grade-band</c>.</summary>
    public string? Segment { get; init; }

    /// <summary>The protected topics that it touches (<see cref="ProtectedTopic"/>).</summary>
    public IReadOnlyList<ProtectedTopic> Topics { get; init; } = [];

    /// <summary>What is answered by choosing among options.</summary>
    [JsonIgnore]
    public bool HasOptions =>
        Kind
            is QuestionKind.Choice
                or QuestionKind.Several
                or QuestionKind.Scale
                or QuestionKind.Matrix
                or QuestionKind.Ranking
                or QuestionKind.Statements;

    /// <summary>What is answered row by row, with one of the options for each.</summary>
    [JsonIgnore]
    public bool HasRows => Kind is QuestionKind.Matrix or QuestionKind.Statements;
}

public sealed record Option(string Code, Words Text);

/// <summary>Shown where the question was answered with one of these.</summary>
public sealed record Condition(string Question, IReadOnlyList<string> Is);

public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Several,

    /// <summary>One of an ordered row of labeled options.</summary>
    Scale,

    /// <summary>One option for each row.</summary>
    Matrix,

    /// <summary>The options in order of preference.</summary>
    Ranking,

    /// <summary>Statements, the respondents' own among them: agree, disagree, or pass (<see cref="Votes"/>).</summary>
    Statements,

    /// <summary>One line.</summary>
    ShortText,

    /// <summary>Several lines.</summary>
    LongText,

    Number,

    Date,

    /// <summary>Words without a question.</summary>
    Note,
}

/// <summary>The eight areas of the Protection of Pupil Rights Amendment (20 U.S.C. 1232h(b)), in our words.</summary>
public enum ProtectedTopic
{
    Politics,
    MentalHealth,
    Sexuality,
    Unlawful,
    FamilyCriticism,
    Privileged,
    Religion,
    Income,
}
