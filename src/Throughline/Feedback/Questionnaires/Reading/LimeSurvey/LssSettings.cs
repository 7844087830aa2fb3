using System.Globalization;

namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>The settings of a question: some are limits of ours, some only say how it looks, the others are told as lost.</summary>
internal sealed class LssSettings(SourceTexts texts, Losses losses)
{
    /// <summary>Values that ask for nothing.</summary>
    private static readonly HashSet<string> Idle = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "0",
        "N",
        "no",
        "default",
        "normal",
        "none",
        "-1",
    };

    /// <summary>How it looks, how it is exported or drawn, and what means something only together with another setting.</summary>
    private static readonly string[] Looks =
    [
        "answer_width",
        "autoaddnewline",
        "button_size",
        "choice_input_columns",
        "crop_or_resize",
        "cssclass",
        "display_",
        "dropdown_",
        "fix_",
        "hide_tip",
        "horizontal_scroll",
        "input_size",
        "keep_aspect",
        "label_input_columns",
        "location_",
        "page_break",
        "printable_help",
        "public_statistics",
        "repeat_headings",
        "reverse",
        "samechoiceheight",
        "samelistheight",
        "scale_export",
        "show_",
        "showpopups",
        "slider_accuracy",
        "slider_custom_handle",
        "slider_default_set",
        "slider_handle",
        "slider_layout",
        "slider_middlestart",
        "slider_orientation",
        "slider_rating",
        "slider_reset",
        "slider_reversed",
        "slider_separator",
        "slider_showminmax",
        "statistics_",
        "text_input_",
        "time_limit_",
        "use_dropdown",
        "visualize",
        "width_entry",
        "addlineicon",
        "alphasort",
        "only_pull",
        "add_platform_info",
        "assessment_value",
        "array_filter_style",
        "save_as_default",
        "question_template",
        "relevance",
        "commented_checkbox",
        "other_position",
        "value_range_allows_missing",
        "input_boxes",
        "multiflexible_checkbox",
        "image",
        "theme",
        "dualscale_header",
    ];

    /// <summary>Words that respondents read.</summary>
    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal)
    {
        "prefix",
        "suffix",
        "placeholder",
        "em_validation_q_tip",
        "em_validation_sq_tip",
        "time_limit_message",
        "time_limit_warning_message",
        "choice_title",
        "rank_title",
        "time_limit_countdown_message",
    };

    /// <summary>Why a question was never to be seen.</summary>
    public static bool IsHidden(LssQuestion question) => question.Setting("hidden") == "1";

    /// <summary>Number or null; an equation is null, and told by <see cref="Tell"/>.</summary>
    public static double? Figure(LssQuestion question, string setting) =>
        double.TryParse(
            question.Setting(setting),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
            : null;

    /// <param name="used">The settings that became limits of ours.</param>
    public void Tell(LssQuestion question, params IReadOnlyList<string> used)
    {
        foreach (var same in question.Settings.GroupBy(one => one.Name, StringComparer.Ordinal))
        {
            var (name, value) = (same.Key, same.First().Value.Trim());
            if (same.All(one => Idle.Contains(one.Value.Trim())) || IsUsed(question, name, used))
            {
                continue;
            }

            if (name == "other_replace_text")
            {
                if (question.HasOther)
                {
                    losses.Add(question.Code, ReadingSentences.OtherLabel(Said(question, name)));
                }
            }
            else if (Spoken.Contains(name))
            {
                losses.Add(question.Code, ReadingSentences.TextLost(name, Said(question, name)));
            }
            else if (!Looks.Any(look => name.StartsWith(look, StringComparison.Ordinal)))
            {
                losses.Add(question.Code, ReadingSentences.Setting(name, value));
            }
        }
    }

    private static bool IsUsed(LssQuestion question, string name, IReadOnlyList<string> used) =>
        used.Contains(name) && Figure(question, name) is not null;

    private string Said(LssQuestion question, string name) =>
        ReadingSentences.All(texts.Html(question.Code, question.SettingTexts(name)));
}
