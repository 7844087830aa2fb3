namespace Throughline.Feedback.Questionnaires;

/// <summary>What one save did to a questionnaire, for the history.</summary>
/// <param name="Kind">The key of its sentence under <c>happening</c>.</param>
/// <param name="About">The words of the question, page or language that it concerns.</param>
public sealed record QuestionnaireChange(string Kind, string About)
{
    public const string Reworded = "round.words-revised";
    public const string Added = "round.question-added";
    public const string Revised = "round.question-revised";
    public const string TakenOut = "round.question-taken-out";
    public const string PageAdded = "round.page-added";
    public const string PageRevised = "round.page-revised";
    public const string PageTakenOut = "round.page-taken-out";
    public const string Ordered = "round.questions-ordered";
    public const string LanguageAdded = "round.language-added";
    public const string LanguageTakenOut = "round.language-taken-out";
    public const string Translated = "round.translated";
    public const string TranslationRead = "round.translation-read";

    public static readonly IReadOnlyList<string> Kinds =
    [
        Reworded,
        Added,
        Revised,
        TakenOut,
        PageAdded,
        PageRevised,
        PageTakenOut,
        Ordered,
        LanguageAdded,
        LanguageTakenOut,
        Translated,
        TranslationRead,
    ];

    /// <param name="name">Of the round: it is what is about the whole.</param>
    public static IReadOnlyList<QuestionnaireChange> Between(
        Questionnaire before,
        Questionnaire after,
        string name
    )
    {
        List<QuestionnaireChange> changes =
        [
            .. Pages(before, after),
            .. Questions(before, after),
            .. Languages(before, after),
        ];
        if (Own(before) != Own(after))
        {
            changes.Add(new(Reworded, name));
        }

        if (changes.Count == 0)
        {
            changes.Add(new(Ordered, name));
        }

        return changes;
    }

    /// <summary>The title, the introduction and the thanks as they were written.</summary>
    private static (string, string, string) Own(Questionnaire form) =>
        (
            form.Title.In(form.Language),
            form.Introduction.In(form.Language),
            form.Thanks.In(form.Language)
        );

    private static IEnumerable<QuestionnaireChange> Pages(Questionnaire before, Questionnaire after)
    {
        string Called(Section page) =>
            page.Title.In(after.Language) is { Length: > 0 } title ? title : page.Code;

        foreach (var page in after.Sections)
        {
            if (before.Page(page.Code) is not { } was)
            {
                yield return new(PageAdded, Called(page));
            }
            else if (
                was.Title.In(before.Language) != page.Title.In(after.Language)
                || was.Text.In(before.Language) != page.Text.In(after.Language)
                || !Same(was.ShowIf, page.ShowIf)
            )
            {
                yield return new(PageRevised, Called(page));
            }
        }

        foreach (var page in before.Sections.Where(page => after.Page(page.Code) is null))
        {
            yield return new(PageTakenOut, Called(page));
        }
    }

    private static IEnumerable<QuestionnaireChange> Questions(
        Questionnaire before,
        Questionnaire after
    )
    {
        string Called(Question question) =>
            question.Text.In(after.Language) is { Length: > 0 } text ? text : question.Code;

        // What stands on a page that was added or taken out is told with the page.
        var known = before.Sections.Select(page => page.Code).ToHashSet(StringComparer.Ordinal);
        var kept = after.Sections.Select(page => page.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var page in after.Sections)
        {
            foreach (var question in page.Questions)
            {
                if (before.Question(question.Code) is not { } was)
                {
                    if (known.Contains(page.Code))
                    {
                        yield return new(Added, Called(question));
                    }
                }
                else if (Original(was, before.Language) != Original(question, after.Language))
                {
                    yield return new(Revised, Called(question));
                }
            }
        }

        foreach (var page in before.Sections.Where(page => kept.Contains(page.Code)))
        {
            foreach (var question in page.Questions.Where(one => after.Question(one.Code) is null))
            {
                yield return new(TakenOut, Called(question));
            }
        }
    }

    private static IEnumerable<QuestionnaireChange> Languages(
        Questionnaire before,
        Questionnaire after
    )
    {
        var old = QuestionnaireTexts
            .Of(before)
            .ToDictionary(text => text.Key, text => text.Words, StringComparer.Ordinal);
        foreach (var language in after.Languages.Where(one => one != after.Language))
        {
            if (!before.Languages.Contains(language))
            {
                yield return new(LanguageAdded, language);
                continue;
            }

            if (
                QuestionnaireTexts
                    .Of(after)
                    .Any(text =>
                        old.TryGetValue(text.Key, out var was)
                        && (Exact(was, language) != Exact(text.Words, language))
                    )
            )
            {
                yield return new(Translated, language);
            }

            if (before.Unreviewed.Contains(language) && !after.Unreviewed.Contains(language))
            {
                yield return new(TranslationRead, language);
            }
        }

        foreach (var language in before.Languages.Except(after.Languages))
        {
            yield return new(LanguageTakenOut, language);
        }
    }

    private static string? Exact(Words words, string language) =>
        words.Has(language) ? words.In(language) : null;

    private static bool Same(Condition? left, Condition? right) =>
        left?.Question == right?.Question && (left?.Is ?? []).SequenceEqual(right?.Is ?? []);

    /// <summary>The question without its translations, to be compared.</summary>
    private static string Original(Question question, string language)
    {
        Words Only(Words words) => words.IsEmpty ? words : Words.Of(language, words.In(language));
        return QuestionnaireJson.Text(
            question with
            {
                Text = Only(question.Text),
                Help = Only(question.Help),
                Options = [.. question.Options.Select(one => one with { Text = Only(one.Text) })],
                Rows = [.. question.Rows.Select(one => one with { Text = Only(one.Text) })],
            }
        );
    }
}
