namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>Makes a sound questionnaire of a draft: what ours cannot hold is told, codes become legal, conditions look back.</summary>
internal sealed class Settling(DraftForm draft, IReadOnlyList<string> languages, Losses losses)
{
    private readonly SettledConditions conditions = new(losses);
    private readonly LegalCodes codes = new();

    public Questionnaire Form()
    {
        SettledConditions.RefuseCircles(draft);
        // Conditions only look back, so each is settled after what it asks about.
        var settled = draft.Sections.Select(Settle).ToList();
        // The codes of questions name columns and come first; those of pages only tell them apart.
        var sections = settled
            .Select(section => section with { Code = codes.Give(section.Code, "page") })
            .ToList();
        return new Questionnaire
        {
            Title = draft.Title,
            Introduction = draft.Introduction,
            Thanks = draft.Thanks,
            Languages = languages,
            Sections = sections,
        };
    }

    private Section Settle(DraftSection section) =>
        new()
        {
            Code = section.Code,
            Title = section.Title,
            Text = section.Text,
            ShowIf = conditions.Settle(section.Where, section.ShowIf),
            Questions = [.. section.Questions.Select(Settle).OfType<Question>()],
        };

    private Question? Settle(DraftQuestion drafted)
    {
        if (SettledOptions.Of(drafted, losses) is not { } question)
        {
            return null;
        }

        var wanted = question.Code;
        var code = codes.Give(wanted, "question");
        if (code != wanted)
        {
            var (from, to) = Changed(drafted.Where, wanted, code);
            losses.Add(drafted.Where, ReadingSentences.CodeChanged(from, to));
        }

        if (question.Text.In(languages[0]).Length == 0)
        {
            losses.Add(drafted.Where, ReadingSentences.CodeForText(wanted));
            question = question with
            {
                Text = Words.Of(languages[0], wanted.Length > 0 ? wanted : code),
            };
        }

        question = question with { ShowIf = conditions.Settle(drafted.Where, drafted.ShowIf) };
        var settled = Options(drafted, question with { Code = code });
        conditions.Asked(drafted, settled);
        return settled;
    }

    /// <summary>Where only the beginning changed, which all parts of one question share, that is told once.</summary>
    private static (string From, string To) Changed(string where, string wanted, string code)
    {
        var rest = wanted.StartsWith(where, StringComparison.Ordinal) ? wanted[where.Length..] : "";
        return rest.Length > 0 && code.EndsWith(rest, StringComparison.Ordinal)
            ? (where, code[..^rest.Length])
            : (wanted, code);
    }

    private Question Options(DraftQuestion drafted, Question question) =>
        question with
        {
            Options = Legal(drafted, question.Options, "option"),
            Rows = Legal(drafted, question.Rows, "row"),
        };

    private List<Option> Legal(DraftQuestion drafted, IReadOnlyList<Option> options, string stem)
    {
        var given = new LegalCodes();
        var legal = new List<Option>();
        foreach (var option in options)
        {
            var code = given.Give(option.Code, stem);
            if (code != option.Code)
            {
                losses.Add(drafted.Where, ReadingSentences.OptionCodeChanged(option.Code, code));
            }

            legal.Add(option with { Code = code });
        }

        return legal;
    }
}
