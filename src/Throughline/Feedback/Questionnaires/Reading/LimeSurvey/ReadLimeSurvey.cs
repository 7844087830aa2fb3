using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>A survey structure of LimeSurvey (.lss, version 2 to 6): groups become pages, relevance equations conditions where they are plain.</summary>
internal sealed partial class ReadLimeSurvey(
    SourceLanguages languages,
    PresetOptions presets,
    Losses losses
)
{
    private static readonly string[] Letters = ["surveyls_email_", "email_admin_"];

    /// <summary>What the survey says beside its questions and has no place in ours.</summary>
    private static readonly string[] Spoken =
    [
        "surveyls_policy_notice",
        "surveyls_policy_error",
        "surveyls_policy_notice_label",
        "surveyls_url",
        "surveyls_urldescription",
        "surveyls_legal_notice",
    ];

    private readonly SourceTexts texts = new(losses, languages, Inserted());

    public DraftForm From(byte[] bytes)
    {
        var tables = LssTables.From(bytes);
        Languages(tables);
        var form = new DraftForm(losses);
        Frame(form, tables["surveys_languagesettings"]);
        foreach (var (table, count) in tables.Left)
        {
            losses.Add(ReadingSentences.PartLeftOut(table, count));
        }

        var survey = new LssSurvey(tables);
        Questions(form, survey, tables);
        return form;
    }

    private void Languages(LssTables tables)
    {
        var main = tables["surveys"] is [var survey, ..] ? survey["language"] : "";
        foreach (var tag in tables.Languages.Prepend(main).Where(tag => tag.Length > 0).Distinct())
        {
            languages.Add(tag);
        }

        if (languages.Tags.Count == 0)
        {
            throw new ReadingRefusedException(
                ReadingSentences.NotThis("LimeSurvey", "<languages>")
            );
        }
    }

    private void Frame(DraftForm form, IReadOnlyList<LssRow> settings)
    {
        LssTexts Of(string field) =>
            [.. settings.Select(row => (row["surveyls_language"], row[field]))];

        form.Title = texts.Html("surveyls_title", Of("surveyls_title"));
        losses.Title = form.Title.In(languages.Tags[0]);
        form.Introduction = SourceTexts.Joined(
            texts.Html(losses.Title, Of("surveyls_description")),
            texts.Html(losses.Title, Of("surveyls_welcometext")),
            "\n\n"
        );
        form.Thanks = texts.Html(losses.Title, Of("surveyls_endtext"));
        foreach (var field in Spoken)
        {
            var said = texts.Html(losses.Title, Of(field));
            if (!said.IsEmpty)
            {
                losses.Add(ReadingSentences.TextLost(field, ReadingSentences.All(said)));
            }
        }

        var letters = settings.Count(row => Letters.Any(name => row.HasFieldLike(name)));
        if (letters > 0)
        {
            losses.Add(ReadingSentences.PartLeftOut("e-mail", letters));
        }
    }

    private void Questions(DraftForm form, LssSurvey survey, LssTables tables)
    {
        var relevance = new LssRelevance(survey);
        var conditions = tables["conditions"].ToLookup(row => row["qid"], StringComparer.Ordinal);
        var defaults = tables["defaultvalues"].Select(row => row["qid"]).ToHashSet();
        var questions = new LssQuestions(form, texts, presets, losses);
        var byGroup = survey.ByGroup;
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in LssGroups.Of(tables))
        {
            SourceLimits.Count(placed.Count, SourceLimits.MostQuestions, "groups");
            placed.Add(group.Id);
            var title = texts.Html(group.Id, group.Title);
            var section = form.Open(
                new DraftSection(title.In(languages.Tags[0]), "G" + group.Id, title)
                {
                    Text = texts.Html(title.In(languages.Tags[0]), group.Text),
                    ShowIf = relevance.Read(group.Row["grelevance"]),
                }
            );
            if (group.Row["randomization_group"].Length > 0)
            {
                losses.Add(
                    title.In(languages.Tags[0]),
                    ReadingSentences.Setting(
                        "randomization_group",
                        group.Row["randomization_group"]
                    )
                );
            }

            foreach (var question in byGroup[group.Id])
            {
                var showIf =
                    relevance.Read(question.Relevance)
                    ?? relevance.Read([.. conditions[question.Id]]);
                if (defaults.Contains(question.Id))
                {
                    losses.Add(question.Code, ReadingSentences.Setting("default", "…"));
                }

                questions.Add(section, question, showIf);
            }
        }

        foreach (var question in survey.All.Where(one => !placed.Contains(one.Row["gid"])))
        {
            questions.LeaveOut(question, ReadingSentences.Unplaced);
        }
    }

    [GeneratedRegex(@"\{[A-Za-z!(][^{}\n]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Inserted();
}

/// <summary>The groups in their order, old or new.</summary>
internal sealed record LssGroups(LssRow Row, LssTexts Title, LssTexts Text)
{
    public string Id => Row["gid"];

    public static IEnumerable<LssGroups> Of(LssTables tables)
    {
        var texts = tables["group_l10ns"].ToLookup(row => row["gid"], StringComparer.Ordinal);
        return tables["groups"]
            .GroupBy(row => row["gid"], StringComparer.Ordinal)
            .Select(same => Of(same, texts[same.Key]))
            .OrderBy(group => group.Row.Order("group_order"));
    }

    private static LssGroups Of(IEnumerable<LssRow> same, IEnumerable<LssRow> texts)
    {
        var (first, title, text) = (same.First(), new LssTexts(), new LssTexts());
        foreach (var row in same.Where(row => row["language"].Length > 0).Concat(texts))
        {
            title.Add((row["language"], row["group_name"]));
            text.Add((row["language"], row["description"]));
        }

        return new LssGroups(first, title, text);
    }
}
