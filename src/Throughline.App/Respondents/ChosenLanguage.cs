using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>The language in which somebody reads a form: one that the form is asked in and that the product speaks.</summary>
public sealed class ChosenLanguage(RespondentWords words)
{
    /// <summary>Asked for in the address, or the first wish of the browser that can be met; else the language it was written in.</summary>
    public string For(HttpContext http, Questionnaire form)
    {
        if (http.Request.Query["l"].ToString() is { Length: > 0 } asked)
        {
            return Of(form, asked);
        }

        var wishes = http.Request.Headers.AcceptLanguage.ToString();
        if (wishes.Length == 0)
        {
            return Of(form, form.Language);
        }

        var offered = Offered(form);
        return http.Request.GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => RespondentWords.Meet(wish.Value.ToString(), offered))
                .FirstOrDefault(met => met is not null)
            ?? offered[0];
    }

    public string Of(Questionnaire form, string? language)
    {
        var offered = Offered(form);
        return language is not null && offered.Contains(language) ? language : offered[0];
    }

    private List<string> Offered(Questionnaire form) =>
        form.Languages.Where(words.Has).DefaultIfEmpty("en").ToList();
}
