using Throughline.App.Design;
using Throughline.Feedback.Themes;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages.Feedback;

/// <summary>The themes of a round to choose from for one text: the likely ones, by what others wrote, first.</summary>
public static class ThemeChoices
{
    public static IReadOnlyList<Choice> For(
        TextView? text,
        IReadOnlyList<TextView> all,
        IReadOnlyList<ThemeView> themes,
        Texts words
    )
    {
        List<ThemeId> likely = text is null
            ? []
            :
            [
                .. SimilarTexts.Suggest(
                    text.InAllWords,
                    all.Where(one => one != text)
                        .SelectMany(one => one.Themes.Select(theme => (theme, one.InAllWords)))
                ),
            ];
        return
        [
            .. themes
                .OrderBy(theme => (uint)likely.IndexOf(theme.Id))
                .Select(theme => new Choice(
                    theme.Id.ToString(),
                    theme.Name,
                    likely.Contains(theme.Id) ? words["feedback.read.likely"] : null
                )),
        ];
    }
}
