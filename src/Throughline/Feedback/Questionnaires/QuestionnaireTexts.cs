namespace Throughline.Feedback.Questionnaires;

/// <summary>One text of a questionnaire, to be translated.</summary>
/// <param name="Key">Where it stands: <c>title</c>, <c>important.text</c>, <c>important.options.very</c>.</param>
/// <param name="Part">The part of the key that says what it is: <c>title</c>, <c>help</c>, <c>options</c>.</param>
/// <param name="Code">Of the page or question that it belongs to; null for the whole.</param>
public sealed record QuestionnaireText(string Key, string Part, string? Code, Words Words);

/// <param name="Missing">Texts of the original that have no translation.</param>
public sealed record TranslationState(string Language, int Missing, bool IsReviewed)
{
    public bool IsComplete => Missing == 0;
}

/// <summary>A questionnaire's texts, to be read and written in one language after another.</summary>
public static class QuestionnaireTexts
{
    /// <summary>Those that the original has words for, in the order in which they are read.</summary>
    public static IReadOnlyList<QuestionnaireText> Of(Questionnaire form)
    {
        var texts = new List<QuestionnaireText>();
        Visit(
            form,
            text =>
            {
                if (!string.IsNullOrWhiteSpace(text.Words.In(form.Language)))
                {
                    texts.Add(text);
                }

                return text.Words;
            }
        );
        return texts;
    }

    /// <summary>An empty text takes the translation away; a key that is not there is passed over.</summary>
    public static Questionnaire Translate(
        this Questionnaire form,
        string language,
        IReadOnlyDictionary<string, string> texts
    ) =>
        Visit(
            form,
            text =>
                !texts.TryGetValue(text.Key, out var translated) ? text.Words
                : string.IsNullOrWhiteSpace(translated) ? text.Words.Without(language)
                : text.Words.With(language, translated.Trim())
        );

    public static TranslationState StateOf(this Questionnaire form, string language) =>
        new(
            language,
            Of(form).Count(text => !text.Words.Has(language)),
            !form.Unreviewed.Contains(language)
        );

    /// <summary>Nobody has read it in this language yet.</summary>
    public static Questionnaire AddLanguage(this Questionnaire form, string language) =>
        form.Languages.Contains(language)
            ? form
            : form with
            {
                Languages = [.. form.Languages, language],
                Unreviewed = [.. form.Unreviewed.Where(one => one != language), language],
            };

    /// <summary>It is not asked in this language any more; the words stay for when it is added again.</summary>
    public static Questionnaire RemoveLanguage(this Questionnaire form, string language) =>
        language == form.Language
            ? form
            : form with
            {
                Languages = [.. form.Languages.Where(one => one != language)],
                Unreviewed = [.. form.Unreviewed.Where(one => one != language)],
            };

    /// <summary>Where the original says something else than before and the translation does not, nobody has read that translation.</summary>
    public static Questionnaire WithStaleTranslations(this Questionnaire form, Questionnaire before)
    {
        var old = Of(before)
            .ToDictionary(text => text.Key, text => text.Words, StringComparer.Ordinal);
        var stale = new HashSet<string>(form.Unreviewed, StringComparer.Ordinal);
        foreach (var (key, _, _, words) in Of(form))
        {
            if (
                old.TryGetValue(key, out var was)
                && was.In(before.Language) != words.In(form.Language)
            )
            {
                stale.UnionWith(
                    words.Languages.Where(language =>
                        language != form.Language
                        && was.Has(language)
                        && was.In(language) == words.In(language)
                    )
                );
            }
        }

        return form with
        {
            Unreviewed = [.. form.Languages.Where(stale.Contains)],
        };
    }

    private static Questionnaire Visit(Questionnaire form, Func<QuestionnaireText, Words> each)
    {
        Words Text(string? code, string part, Words words, string? option = null) =>
            each(
                new(
                    string.Join('.', new[] { code, part, option }.Where(one => one is not null)),
                    part,
                    code,
                    words
                )
            );

        IReadOnlyList<Option> Options(string code, string part, IReadOnlyList<Option> options) =>
            [
                .. options.Select(option =>
                    option with
                    {
                        Text = Text(code, part, option.Text, option.Code),
                    }
                ),
            ];

        return form with
        {
            Title = Text(null, "title", form.Title),
            Introduction = Text(null, "introduction", form.Introduction),
            Sections =
            [
                .. form.Sections.Select(section =>
                    section with
                    {
                        Title = Text(section.Code, "title", section.Title),
                        Text = Text(section.Code, "text", section.Text),
                        Questions =
                        [
                            .. section.Questions.Select(question =>
                                question with
                                {
                                    Text = Text(question.Code, "text", question.Text),
                                    Help = Text(question.Code, "help", question.Help),
                                    Rows = Options(question.Code, "rows", question.Rows),
                                    Options = Options(question.Code, "options", question.Options),
                                }
                            ),
                        ],
                    }
                ),
            ],
            Thanks = Text(null, "thanks", form.Thanks),
        };
    }
}
