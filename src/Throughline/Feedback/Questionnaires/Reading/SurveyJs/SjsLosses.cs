using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>What a survey, a page or a question of SurveyJS says or does beyond what ours can.</summary>
internal sealed class SjsLosses(SjsTexts texts, Losses losses)
{
    /// <summary>Read elsewhere.</summary>
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "type",
        "name",
        "title",
        "description",
        "visibleIf",
        "isRequired",
        "choices",
        "rows",
        "columns",
        "elements",
        "questions",
        "pages",
        "locale",
        "completedHtml",
        "html",
        "items",
        "labelTrue",
        "labelFalse",
        "valueTrue",
        "valueFalse",
        "rateValues",
        "rateMin",
        "rateMax",
        "rateStep",
        "rateCount",
        "minRateDescription",
        "maxRateDescription",
        "showOtherItem",
        "hasOther",
        "showNoneItem",
        "hasNone",
        "noneText",
        "showRefuseItem",
        "refuseText",
        "showDontKnowItem",
        "dontKnowText",
        "otherText",
        "showCommentArea",
        "hasComment",
        "commentText",
        "minSelectedChoices",
        "maxSelectedChoices",
        "inputType",
        "valueName",
        "eachRowRequired",
        "isAllRowRequired",
        "cellType",
        "visible",
        "templateElements",
        "templateTitle",
        "multiSelect",
        "min",
        "max",
    };

    /// <summary>How it looks and how one moves through it.</summary>
    private static readonly HashSet<string> Looks = new(StringComparer.Ordinal)
    {
        "$schema",
        "sjsVersion",
        "width",
        "minWidth",
        "maxWidth",
        "colSpan",
        "startWithNewLine",
        "indent",
        "innerIndent",
        "titleLocation",
        "descriptionLocation",
        "showNumber",
        "state",
        "errorLocation",
        "colCount",
        "rowTitleWidth",
        "rateType",
        "rateColorMode",
        "scaleColorMode",
        "autoGenerate",
        "displayMode",
        "rateDescriptionLocation",
        "itemComponent",
        "imageFit",
        "imageHeight",
        "imageWidth",
        "contentMode",
        "showLabel",
        "inputSize",
        "autoGrow",
        "allowResize",
        "acceptCarriageReturn",
        "logoWidth",
        "logoHeight",
        "logoFit",
        "logoPosition",
        "showNavigationButtons",
        "navigationButtonsLocation",
        "showPrevButton",
        "showTitle",
        "showPageTitles",
        "showCompletedPage",
        "showCompletePage",
        "showPageNumbers",
        "showQuestionNumbers",
        "questionTitleLocation",
        "questionDescriptionLocation",
        "questionErrorLocation",
        "showProgressBar",
        "progressBarLocation",
        "progressBarType",
        "showTOC",
        "tocLocation",
        "widthMode",
        "fitToContainer",
        "headerView",
        "questionStartIndex",
        "questionTitlePattern",
        "requiredText",
        "requiredMark",
        "autocomplete",
        "searchEnabled",
        "allowClear",
        "swapOrder",
        "cellHideMode",
        "alternateRows",
        "verticalAlign",
        "checkErrorsMode",
        "textUpdateMode",
        "columnMinWidth",
        "separateSpecialChoices",
        "renderAs",
        "clearInvisibleValues",
        "questionsOnPageMode",
        "goNextPageAutomatic",
    };

    public void Settings(string where, JsonElement element)
    {
        foreach (var (name, value) in new JsonElement?(element).Entries())
        {
            if (
                Read.Contains(name)
                || Looks.Contains(name)
                || !new JsonElement?(value).HasContent()
            )
            {
                continue;
            }

            if (SjsTexts.IsText(value) && !IsExpression(name))
            {
                var words = texts.Of(where, value);
                losses.Add(where, ReadingSentences.TextLost(name, ReadingSentences.All(words)));
            }
            else
            {
                losses.Add(where, ReadingSentences.Setting(name, value.ToString()));
            }
        }

        if (element.Is("showCommentArea") || element.Is("hasComment"))
        {
            losses.Add(
                where,
                ReadingSentences.CommentField(
                    ReadingSentences.All(texts.Of(where, element.Find("commentText")))
                )
            );
        }

        if (element.Is("showOtherItem") || element.Is("hasOther"))
        {
            var label = texts.Of(where, element.Find("otherText"));
            if (!label.IsEmpty)
            {
                losses.Add(where, ReadingSentences.OtherLabel(ReadingSentences.All(label)));
            }
        }
    }

    /// <summary>A question that is left out, with every text in it at whatever depth.</summary>
    public void Whole(string where, JsonElement element)
    {
        foreach (var (name, value) in new JsonElement?(element).Entries())
        {
            if (name is "type" or "name" || Looks.Contains(name))
            {
                continue;
            }

            if (SjsTexts.IsText(value))
            {
                var words = texts.Of(where, value);
                losses.Add(where, ReadingSentences.TextLost(name, ReadingSentences.All(words)));
            }
            else if (value.ValueKind is JsonValueKind.Object)
            {
                Whole(where, value);
            }
            else
            {
                foreach (var item in new JsonElement?(value).Items())
                {
                    Item(where, name, item);
                }
            }
        }
    }

    private void Item(string where, string name, JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object)
        {
            Whole(item.Name("name") is { Length: > 0 } inner ? inner : where, item);
        }
        else if (item.Text() is { Length: > 0 } text)
        {
            losses.Add(where, ReadingSentences.TextLost(name, text));
        }
    }

    private static bool IsExpression(string name) =>
        name.EndsWith("If", StringComparison.Ordinal)
        || name.EndsWith("Expression", StringComparison.Ordinal)
        || name
            is "defaultValue"
                or "choicesOrder"
                or "rowOrder"
                or "rowsOrder"
                or "questionsOrder"
                or "choicesFromQuestion"
                or "correctAnswer"
                or "navigateToUrl"
                or "logo";
}
