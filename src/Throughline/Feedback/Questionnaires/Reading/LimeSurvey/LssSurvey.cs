namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>A text by language.</summary>
internal sealed class LssTexts : List<(string Language, string Text)>;

internal sealed record LssQuestion(LssRow Row, LssTexts Text, LssTexts Help)
{
    public string Id => Row["qid"];

    public string Code => Row["title"];

    public string Kind => Row["type"];

    /// <summary>0 the rows, 1 the columns of an array of cells; or the first and second scale.</summary>
    public string Scale => Row["scale_id"] is { Length: > 0 } scale ? scale : "0";

    public bool HasOther => Row["other"] == "Y";

    public string Relevance => Row["relevance"];

    public List<LssQuestion> Parts { get; } = [];

    public List<LssAnswer> Answers { get; } = [];

    /// <summary>Name, language (empty for all) and value of each setting.</summary>
    public List<(string Name, string Language, string Value)> Settings { get; } = [];

    public string Setting(string name) =>
        Settings.Find(setting => setting.Name == name).Value?.Trim() ?? "";

    public LssTexts SettingTexts(string name) =>
        [
            .. Settings
                .Where(setting => setting.Name == name)
                .Select(setting => (setting.Language, setting.Value)),
        ];
}

internal sealed record LssAnswer(LssRow Row, LssTexts Text)
{
    public string Code => Row["code"];

    public string Scale => Row["scale_id"] is { Length: > 0 } scale ? scale : "0";
}

/// <summary>
/// The questions of a LimeSurvey file with what belongs to them. Old files repeat a row for every language, newer ones (from version 4
/// on) keep the texts apart in tables that end in l10ns; both read alike.
/// </summary>
internal sealed class LssSurvey
{
    private readonly LssTables tables;
    private readonly Dictionary<string, LssQuestion> questions = new(StringComparer.Ordinal);

    public LssSurvey(LssTables tables)
    {
        this.tables = tables;
        var texts = tables["question_l10ns"].ToLookup(row => row["qid"], StringComparer.Ordinal);
        foreach (var question in Merge("questions", texts))
        {
            questions.TryAdd(question.Id, question);
        }

        foreach (var part in Merge("subquestions", texts).OrderBy(Order))
        {
            Owner(part.Row["parent_qid"])?.Parts.Add(part);
        }

        AddAnswers();
        foreach (var row in tables["question_attributes"])
        {
            Owner(row["qid"])?.Settings.Add((row["attribute"], row["language"], row["value"]));
        }
    }

    /// <summary>By group, in the order in which they are asked.</summary>
    public ILookup<string, LssQuestion> ByGroup =>
        questions
            .Values.OrderBy(Order)
            .ToLookup(question => question.Row["gid"], StringComparer.Ordinal);

    public IEnumerable<LssQuestion> All => questions.Values;

    public LssQuestion? Owner(string id) => questions.GetValueOrDefault(id);

    private static int Order(LssQuestion question) => question.Row.Order("question_order");

    private IEnumerable<LssQuestion> Merge(string table, ILookup<string, LssRow> texts)
    {
        foreach (var same in tables[table].GroupBy(row => row["qid"], StringComparer.Ordinal))
        {
            LssTexts text = [];
            LssTexts help = [];
            foreach (
                var row in same.Where(row => row["language"].Length > 0).Concat(texts[same.Key])
            )
            {
                text.Add((row["language"], row["question"]));
                help.Add((row["language"], row["help"]));
            }

            yield return new LssQuestion(same.First(), text, help);
        }
    }

    private void AddAnswers()
    {
        var texts = tables["answer_l10ns"].ToLookup(row => row["aid"], StringComparer.Ordinal);
        var answers = tables["answers"]
            .GroupBy(row => (row["qid"], row["scale_id"], row["code"]))
            .Select(same => new LssAnswer(same.First(), TextsOf(same, texts)))
            .OrderBy(answer => answer.Row.Order("sortorder"));
        foreach (var answer in answers)
        {
            Owner(answer.Row["qid"])?.Answers.Add(answer);
        }
    }

    private static LssTexts TextsOf(IEnumerable<LssRow> same, ILookup<string, LssRow> texts)
    {
        LssTexts found = [];
        foreach (var row in same)
        {
            var rows = row["language"].Length > 0 ? [row] : texts[row["aid"]];
            found.AddRange(rows.Select(text => (text["language"], text["answer"])));
        }

        return found;
    }
}
