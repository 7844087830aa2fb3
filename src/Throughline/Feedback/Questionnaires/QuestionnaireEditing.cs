namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// What is done to a questionnaire while it is written: each answers another one and leaves the first as it was. A code that is not there
/// changes nothing.
/// </summary>
public static class QuestionnaireEditing
{
    private const int MostSetAside = 20;

    public static Section? Page(this Questionnaire form, string? code) =>
        form.Sections.FirstOrDefault(section => section.Code == code);

    public static Question? Question(this Questionnaire form, string? code) =>
        form.Questions.FirstOrDefault(question => question.Code == code);

    public static Section? PageOf(this Questionnaire form, string? question) =>
        form.Sections.FirstOrDefault(section => section.Questions.Any(one => one.Code == question));

    /// <summary>Writes the question to its place: first on a page, or after another question. Where it stood before it is taken away.</summary>
    /// <param name="place">The code of the page or of the question that it comes after; null leaves it where it is.</param>
    public static Questionnaire Put(this Questionnaire form, Question question, string? place)
    {
        if (place is null || place == question.Code)
        {
            return form.Change(section =>
                [.. section.Questions.Select(one => one.Code == question.Code ? question : one)]
            );
        }

        if (form.Page(place) is null && form.Question(place) is null)
        {
            return form;
        }

        return form.Change(section =>
        {
            var questions = section.Questions.Where(one => one.Code != question.Code).ToList();
            var before = questions.FindIndex(one => one.Code == place);
            if (before >= 0 || section.Code == place)
            {
                questions.Insert(before + 1, question);
            }

            return questions;
        });
    }

    public static Questionnaire Put(this Questionnaire form, Section page) =>
        form.Page(page.Code) is null
            ? form with
            {
                Sections = [.. form.Sections, page],
            }
            : form with
            {
                Sections =
                [
                    .. form.Sections.Select(section => section.Code == page.Code ? page : section),
                ],
            };

    /// <summary>A page changes places with its neighbor; a question too, and at the end of its page it goes to the next one.</summary>
    public static Questionnaire Move(this Questionnaire form, string code, bool down)
    {
        var pages = form.Sections.ToList();
        var at = pages.FindIndex(section => section.Code == code);
        if (at >= 0)
        {
            var to = at + (down ? 1 : -1);
            if (to < 0 || to >= pages.Count)
            {
                return form;
            }

            (pages[at], pages[to]) = (pages[to], pages[at]);
            return form with { Sections = pages };
        }

        at = pages.FindIndex(section => section.Questions.Any(one => one.Code == code));
        if (at < 0)
        {
            return form;
        }

        var questions = pages[at].Questions.ToList();
        var place = questions.FindIndex(one => one.Code == code);
        var question = questions[place];
        var isAtEdge = down ? place == questions.Count - 1 : place == 0;
        var next = at + (down ? 1 : -1);
        if (isAtEdge && (next < 0 || next >= pages.Count))
        {
            return form;
        }

        questions.RemoveAt(place);
        if (isAtEdge)
        {
            pages[next] = pages[next] with
            {
                Questions = down
                    ? [question, .. pages[next].Questions]
                    : [.. pages[next].Questions, question],
            };
        }
        else
        {
            questions.Insert(place + (down ? 1 : -1), question);
        }

        pages[at] = pages[at] with { Questions = questions };
        return form with { Sections = pages };
    }

    /// <summary>The same question once more, right after it, under a code of its own.</summary>
    public static Questionnaire Duplicate(this Questionnaire form, string code) =>
        form.Question(code) is { } question
            ? form.Put(question with { Code = form.NewCode(code, code) }, code)
            : form;

    /// <summary>Takes a question or a page out, so that it can be put back.</summary>
    public static Questionnaire TakeOut(this Questionnaire form, string code)
    {
        TakenOut taken;
        if (form.Page(code) is { } page)
        {
            taken = new TakenOut(null, form.Sections.ToList().IndexOf(page), Section: page);
        }
        else if (form.PageOf(code) is { } around)
        {
            var question = form.Question(code)!;
            taken = new TakenOut(
                around.Code,
                around.Questions.ToList().IndexOf(question),
                Question: question
            );
        }
        else
        {
            return form;
        }

        return (
            form with
            {
                Sections = [.. form.Sections.Where(section => section.Code != code)],
                SetAside = [taken, .. form.SetAside.Take(MostSetAside - 1)],
            }
        ).Change(section => [.. section.Questions.Where(one => one.Code != code)]);
    }

    /// <summary>Puts back what was taken out, where it stood: a question whose page is gone comes on the last one.</summary>
    public static Questionnaire BringBack(this Questionnaire form, string code)
    {
        if (form.SetAside.FirstOrDefault(one => one.Code == code) is not { } taken)
        {
            return form;
        }

        var pages = form.Sections.ToList();
        if (taken.Section is { } page)
        {
            pages.Insert(Math.Min(taken.Place, pages.Count), page);
        }
        else
        {
            if (pages.Count == 0)
            {
                pages.Add(new Section { Code = form.NewCode("page", "page"), Questions = [] });
            }

            var at = pages.FindIndex(section => section.Code == taken.Page);
            at = at < 0 ? pages.Count - 1 : at;
            var questions = pages[at].Questions.ToList();
            questions.Insert(Math.Min(taken.Place, questions.Count), taken.Question!);
            pages[at] = pages[at] with { Questions = questions };
        }

        return form with
        {
            Sections = pages,
            SetAside = [.. form.SetAside.Where(one => one != taken)],
        };
    }

    /// <summary>A code that nothing has and nothing had: made of the words, or of <paramref name="otherwise"/> where they give none.</summary>
    public static string NewCode(this Questionnaire form, string words, string otherwise) =>
        Codes.New(
            words,
            otherwise,
            new[]
            {
                form.Sections.Select(section => section.Code),
                form.Questions.Select(question => question.Code),
                form.SetAside.SelectMany(taken => taken.Codes),
            }
                .SelectMany(codes => codes)
                .ToHashSet(StringComparer.Ordinal)
        );

    private static Questionnaire Change(
        this Questionnaire form,
        Func<Section, IReadOnlyList<Question>> questions
    ) =>
        form with
        {
            Sections =
            [
                .. form.Sections.Select(section => section with { Questions = questions(section) }),
            ],
        };
}
