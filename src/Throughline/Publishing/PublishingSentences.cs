using Throughline.Kernel;

namespace Throughline.Publishing;

public static class PublishingSentences
{
    public static readonly Sentence EnterATitle = Of("enter-a-title");
    public static readonly Sentence SayWhyWithdrawn = Of("say-why-withdrawn");
    public static readonly Sentence ChooseALanguage = Of("choose-a-language");
    public static readonly Sentence NoSuchSchool = Of("no-such-school");
    public static readonly Sentence EnterAnEmail = Of("enter-an-email");
    public static readonly Sentence TryLater = Of("try-later");
    public static readonly Sentence NoWorkbook = Of("no-workbook");
    public static readonly Sentence WorkbookTooLarge = Of("workbook-too-large");
    public static readonly Sentence WorkbookLocked = Of("workbook-locked");
    public static readonly Sentence WorkbookAsOpenDocument = Of("workbook-as-open-document");
    public static readonly Sentence ChooseAFile = Of("choose-a-file");
    public static readonly Sentence OtherDistrict = Of("workbook-of-another-district");
    public static readonly Sentence OfTheDistrict = Of("workbook-of-the-district");
    public static readonly Sentence OfAnotherSchool = Of("workbook-of-another-school");

    public static Sentence OfTheSchool(string name) => Of("workbook-of-the-school", name);

    public static Sentence PublishedMeanwhile(int number) => Of("published-meanwhile", number);

    public static Sentence TooLong(int most) => Of("too-long", most);

    private static Sentence Of(string key, params object?[] values) =>
        new("publishing.refusal." + key, values);
}
