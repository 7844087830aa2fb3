using System.Globalization;
using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>Choices, rows and columns of SurveyJS as options of ours.</summary>
internal sealed class SjsOptions(SjsTexts texts, PresetOptions presets, Losses losses)
{
    /// <summary>A value alone, or one with a text.</summary>
    public List<Option> Of(string where, JsonElement? list, string name = "value")
    {
        var items = list.Items().ToList();
        SourceLimits.Count(items.Count, SourceLimits.MostOptions, where);
        return [.. items.Select(item => One(where, item, name))];
    }

    /// <summary>The choices with those that are switched on beside them.</summary>
    public List<Option> Choices(string where, JsonElement question)
    {
        var options = Of(where, question.Find("choices"));
        foreach (
            var (on, old, text, code) in new[]
            {
                ("showNoneItem", "hasNone", "noneText", "none"),
                ("showRefuseItem", "", "refuseText", "refused"),
                ("showDontKnowItem", "", "dontKnowText", "dont-know"),
            }
        )
        {
            if (question.Is(on) || question.Is(old))
            {
                var words = texts.Of(where, question.Find(text));
                options.Add(new Option(code, words.IsEmpty ? presets.Word(code) : words));
            }
        }

        return options;
    }

    public List<Option> YesNo(string where, JsonElement question)
    {
        Option Of(string label, string value, string otherwise, string word)
        {
            var words = texts.Of(where, question.Find(label));
            return new Option(
                question.Text(value) is { Length: > 0 } code ? code : otherwise,
                words.IsEmpty ? presets.Word(word) : words
            );
        }

        return
        [
            Of("labelTrue", "valueTrue", "true", "yes"),
            Of("labelFalse", "valueFalse", "false", "no"),
        ];
    }

    /// <summary>The row of a rating, with the words at its ends put to the figures they belong to.</summary>
    public List<Option> Rating(string where, JsonElement question)
    {
        var options = Of(where, question.Find("rateValues"));
        if (options.Count == 0)
        {
            options = Steps(where, question);
        }

        foreach (
            var (name, at) in new[]
            {
                ("minRateDescription", 0),
                ("maxRateDescription", options.Count - 1),
            }
        )
        {
            var words = texts.Of(where, question.Find(name));
            if (!words.IsEmpty && options.Count > 0)
            {
                options[at] = options[at] with
                {
                    Text = SourceTexts.Joined(options[at].Text, words, ": "),
                };
            }
        }

        return options;
    }

    private List<Option> Steps(string where, JsonElement question)
    {
        var from = question.Number("rateMin") ?? 1;
        var step = Math.Max(question.Number("rateStep") ?? 1, 0.001);
        var count = question.Number("rateCount");
        var to =
            question.Number("rateMax") ?? (count is { } steps ? from + ((steps - 1) * step) : 5);
        var many = Math.Floor(((to - from) / step) + 0.000001) + 1;
        SourceLimits.Count((int)Math.Clamp(many, 0, int.MaxValue), SourceLimits.MostOptions, where);
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, (int)many))
                .Select(i =>
                    Math.Round(from + (i * step), 3).ToString(CultureInfo.InvariantCulture)
                )
                .Select(figure => new Option(figure, texts.Same(where, figure))),
        ];
    }

    private Option One(string where, JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            var alone = SourceLimits.Name(item.Text(), where);
            return new Option(alone, texts.Same(where, alone));
        }

        var code = SourceLimits.Name(item.Text(name), where);
        var words = texts.Of(where, item.Find("text") ?? item.Find("title"));
        words = words.IsEmpty ? texts.Same(where, code) : words;
        foreach (var condition in new[] { "visibleIf", "enableIf" })
        {
            if (item.Text(condition) is { Length: > 0 } expression)
            {
                losses.Add(
                    where,
                    ReadingSentences.OptionCondition(ReadingSentences.All(words), expression)
                );
            }
        }

        if (item.Text("imageLink") is { Length: > 0 } picture)
        {
            losses.Add(where, ReadingSentences.Media(picture));
        }

        return new Option(code, words);
    }
}
