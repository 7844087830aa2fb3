using Throughline.Kernel;
using Throughline.Publishing.Tree;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>Why a file is refused, and what of it could not be carried over.</summary>
public static class ReadingSentences
{
    private const int Shown = 200;

    public static readonly Sentence UnknownFormat = Refusal("unknown-format");
    public static readonly Sentence NotUtf8 = Refusal("not-utf8");
    public static readonly Sentence TooLargeInOurs = Refusal("too-large-in-ours");
    public static readonly Sentence NoLanguages = Refusal("no-languages");

    public static Sentence TooLarge(int megabytes) => Refusal("too-large", megabytes);

    public static Sentence NotXml(int line, int column) => Refusal("not-xml", line, column);

    public static Sentence NotJson(long line, long column) => Refusal("not-json", line, column);

    public static Sentence NotThis(string format, string missing) =>
        Refusal("not-this", format, missing);

    public static Sentence NotOurs(string place) => Refusal("not-ours", Short(place));

    public static Sentence TooMany(string place, int most, int count) =>
        Refusal("too-many", Short(place), most, count);

    public static Sentence NameTooLong(string place, int most, string name) =>
        Refusal("name-too-long", Short(place), most, Short(name));

    public static Sentence TextTooLong(string place, int most) =>
        Refusal("text-too-long", Short(place), most);

    public static Sentence NoText(string place) => Refusal("no-text", Short(place));

    public static Sentence BadLanguage(string tag) => Refusal("bad-language", Short(tag));

    public static Sentence Circle(string codes) => Refusal("circle", Short(codes));

    public static Sentence Cell(int row, int column, Sentence problem) =>
        Refusal("cell", row, column, problem);

    public static Sentence Unsound(string place, Sentence problem) =>
        Refusal("unsound", Short(place), problem);

    public static Sentence NoRoom(int sections, int questions, string text) =>
        Loss("no-room", sections, questions, Short(text));

    public static Sentence KindUnknown(string kind, string text) =>
        Loss("kind-unknown", Short(kind), Short(text));

    public static Sentence Hidden(string text) => Loss("hidden", Short(text));

    public static Sentence Unplaced(string text) => Loss("unplaced", Short(text));

    public static Sentence AskedAgain(string text) => Loss("asked-again", Short(text));

    public static Sentence TooFewOptions(string text) => Loss("too-few-options", Short(text));

    public static Sentence NoRows(string text) => Loss("no-rows", Short(text));

    public static Sentence OptionsAsText(int count, int most) =>
        Loss("options-as-text", count, most);

    public static Sentence Split(int count) => Loss("split", count);

    public static Sentence CodeChanged(string from, string to) =>
        Loss("code-changed", Short(from), to);

    public static Sentence OptionCodeChanged(string from, string to) =>
        Loss("option-code-changed", Short(from), to);

    public static Sentence CodeForText(string code) => Loss("code-for-text", Short(code));

    public static Sentence LanguageChanged(string from, string to) =>
        Loss("language-changed", from, to);

    public static Sentence LanguageLeftOut(string tag) => Loss("language-left-out", Short(tag));

    public static Sentence NoPreset(string tag) => Loss("no-preset", tag);

    public static Sentence TextCut(string language, int most) => Loss("text-cut", language, most);

    public static Sentence TextLost(string what, string text) =>
        Loss("text-lost", Short(what), Short(text));

    public static Sentence Formatting(int texts) => Loss("formatting", texts);

    public static Sentence Media(string what) => Loss("media", Short(what));

    public static Sentence Placeholder(string what) => Loss("placeholder", Short(what));

    public static Sentence ConditionLost(string condition) =>
        Loss("condition-lost", Short(condition));

    public static Sentence OptionCondition(string option, string condition) =>
        Loss("option-condition", Short(option), Short(condition));

    public static Sentence OtherLabel(string text) => Loss("other-label", Short(text));

    public static Sentence OwnWords(string option) => Loss("own-words", Short(option));

    public static Sentence CommentField(string text) => Loss("comment-field", Short(text));

    public static Sentence LimitsLost(string least, string most) =>
        Loss("limits-lost", Short(least), Short(most));

    public static Sentence Setting(string name, string value) =>
        Loss("setting", Short(name), Short(value));

    public static Sentence PartLeftOut(string part, int entries) =>
        Loss("part-left-out", Short(part), entries);

    /// <summary>The text in every language that it has.</summary>
    internal static string All(Words words) =>
        string.Join(" / ", words.Languages.Select(words.In).Distinct());

    internal static string Short(string source)
    {
        var text = SafeText.OneLine(source);
        return text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Cut(text)), "…");
    }

    /// <summary>Never between the halves of a character.</summary>
    private static int Cut(string text) =>
        char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown;

    private static Sentence Refusal(string key, params object?[] values) =>
        new("questionnaires.refusal." + key, values);

    private static Sentence Loss(string key, params object?[] values) =>
        new("questionnaires.loss." + key, values);
}
