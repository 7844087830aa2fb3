using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>Which page of the form comes after which.</summary>
public static class Sections
{
    public static int? After(Questionnaire form, int section, AnswerEntries entries)
    {
        for (var next = section + 1; next < form.Sections.Count; next++)
        {
            if (ReadSection.Visible(form.Sections[next].ShowIf, entries))
            {
                return next;
            }
        }

        return null;
    }

    public static int Before(Questionnaire form, int section, AnswerEntries entries)
    {
        for (var before = section - 1; before > 0; before--)
        {
            if (ReadSection.Visible(form.Sections[before].ShowIf, entries))
            {
                return before;
            }
        }

        return 0;
    }

    /// <summary>The first page on which nothing was entered, or the last one.</summary>
    public static int FirstToGoOn(Questionnaire form, AnswerEntries entries)
    {
        var last = 0;
        for (var section = 0; section < form.Sections.Count; section++)
        {
            if (!ReadSection.Visible(form.Sections[section].ShowIf, entries))
            {
                continue;
            }

            last = section;
            var fields = form.Sections[section].Questions.SelectMany(AnswerFields.Of);
            if (fields.All(field => entries[field].Count == 0))
            {
                break;
            }
        }

        return last;
    }
}
