using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>What a question of Qualtrics can do and ours cannot.</summary>
internal sealed class QsfLosses(SourceTexts texts, Losses losses)
{
    /// <summary>Parts that are read, that name or count things, or that only say how it looks.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "QuestionText",
        "QuestionText_Unsafe",
        "QuestionTextUnsafe",
        "DataExportTag",
        "QuestionType",
        "Selector",
        "SubSelector",
        "Configuration",
        "QuestionDescription",
        "Validation",
        "QuestionID",
        "Language",
        "ChoiceOrder",
        "Choices",
        "Answers",
        "AnswerOrder",
        "NextChoiceId",
        "NextAnswerId",
        "Labels",
        "DisplayLogic",
        "InPageDisplayLogic",
        "SkipLogic",
        "NumberOfQuestions",
        "AdditionalQuestions",
        "SearchSource",
        "DataVisibility",
        "ChoiceColumnWidthPixels",
        "ChoiceColumnWidth",
        "AnalyzeChoices",
        "QuestionJS_",
        "AnswersOrder",
        "ColumnLabels_",
    };

    private static readonly HashSet<string> KnownOfChoice = new(StringComparer.Ordinal)
    {
        "Display",
        "TextEntry",
        "InputWidth",
        "InputHeight",
        "TextEntrySize",
        "DisplayLogic",
    };

    public void Settings(string where, QsfQuestion source)
    {
        foreach (var (name, value) in new JsonElement?(source.Payload).Entries())
        {
            if (!Known.Contains(name) && Tells(source, name, value))
            {
                losses.Add(where, ReadingSentences.Setting(name, value.ToString()));
            }
        }

        if (source.Payload.Find("DataVisibility")?.Is("Hidden") == true)
        {
            losses.Add(where, ReadingSentences.Setting("DataVisibility", "Hidden"));
        }

        Validation(where, source);
    }

    /// <summary>What a choice has beside its words.</summary>
    public void Option(QsfQuestion whole, QsfChoice choice, string words)
    {
        if (choice.HasField && whole is not { Type: "TE", Selector: "FORM" })
        {
            losses.Add(whole.Code, ReadingSentences.OwnWords(words));
        }

        if (QsfLogic.Read(choice.Entry.Find("DisplayLogic")) is { } logic)
        {
            losses.Add(whole.Code, ReadingSentences.OptionCondition(words, logic.Source));
        }

        foreach (var (name, value) in new JsonElement?(choice.Entry).Entries())
        {
            if (!KnownOfChoice.Contains(name) && new JsonElement?(value).HasContent())
            {
                losses.Add(
                    whole.Code,
                    ReadingSentences.Setting($"{words}: {name}", value.ToString())
                );
            }
        }
    }

    /// <summary>Choices that have no place in the question as ours has it.</summary>
    public void Choices(string where, IEnumerable<QsfChoice> choices)
    {
        foreach (var choice in choices)
        {
            var words = texts.Html(where, choice.Text);
            if (!words.IsEmpty)
            {
                losses.Add(
                    where,
                    ReadingSentences.TextLost(choice.Id, ReadingSentences.All(words))
                );
            }
        }
    }

    public void Whole(string where, QsfQuestion source)
    {
        if (source.Outer is not null)
        {
            var words = texts.Html(where, source.Text);
            losses.Add(where, ReadingSentences.TextLost(source.Code, ReadingSentences.All(words)));
        }

        Choices(where, source.Choices);
        Choices(where, source.Answers);
        Choices(where, source.Labels);
    }

    /// <summary>A line that must be a number or a day is a number or a day.</summary>
    public static QuestionKind ContentOf(QsfQuestion source) =>
        source.Validation?.Text("ContentType") switch
        {
            "ValidNumber" => QuestionKind.Number,
            "ValidDate" => QuestionKind.Date,
            _ => QuestionKind.ShortText,
        };

    /// <param name="which">Min and Max of a number, MinChoices and MaxChoices, Slider and SliderMost.</param>
    public static double? Limit(QsfQuestion source, QuestionKind kind, string which) =>
        (kind, which) switch
        {
            (QuestionKind.Number, "Min" or "Max") => source
                .Validation?.Find("ValidNumber")
                ?.Number(which),
            (QuestionKind.Several or QuestionKind.Ranking, "MinChoices" or "MaxChoices") =>
                source.Validation?.Number(which),
            (QuestionKind.Number, "Slider") => source
                .Payload.Find("Configuration")
                ?.Number("CSSliderMin"),
            (QuestionKind.Number, "SliderMost") => source
                .Payload.Find("Configuration")
                ?.Number("CSSliderMax"),
            _ => null,
        };

    private void Validation(string where, QsfQuestion source)
    {
        if (source.Validation is not { } settings)
        {
            return;
        }

        var (kind, content) = (settings.Text("Type"), settings.Text("ContentType"));
        if (settings.Text("ForceResponse") == "RequestResponse")
        {
            losses.Add(where, ReadingSentences.Setting("ForceResponse", "RequestResponse"));
        }

        var isContent = kind == "ContentType" && content is "ValidNumber" or "ValidDate";
        var isCount = kind is "MinChoices" or "MaxChoices" or "ChoiceRange" or "MinMaxChoices";
        if (kind is not ("" or "None") && !isContent && !isCount)
        {
            losses.Add(where, ReadingSentences.Setting(kind, content));
        }

        if (source.Selector == "PW")
        {
            losses.Add(where, ReadingSentences.Setting("Selector", "password"));
        }
    }

    private static bool Tells(QsfQuestion source, string name, JsonElement value) =>
        name switch
        {
            // Codes for the exports, where they are no more than the numbers of the choices.
            "RecodeValues" => new JsonElement?(value)
                .Entries()
                .Any(one => one.Key != one.Value.Text()),
            "DefaultChoices" or "GradingData" or "VariableNaming" or "ChoiceDataExportTags" =>
                new JsonElement?(value).HasContent(),
            _ => new JsonElement?(value).HasContent(),
        };
}
