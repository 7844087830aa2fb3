namespace Throughline.Kernel.Logos;

public static class LogoSentences
{
    public static readonly Sentence ChooseAFile = Of("choose-a-file");
    public static readonly Sentence FileTooLarge = Of("file-too-large");
    public static readonly Sentence NeitherPngNorJpeg = Of("neither-png-nor-jpeg");
    public static readonly Sentence Damaged = Of("damaged");
    public static readonly Sentence CannotBeSeen = Of("cannot-be-seen");
    public static readonly Sentence WordsTooLong = Of("words-too-long", DistrictLogo.WordsLimit);

    public static Sentence TooManyPixels(int width, int height) =>
        Of("too-many-pixels", width, height, LogoPicture.MostPixels);

    public static Sentence TooFewPixels(int width, int height) =>
        Of("too-few-pixels", width, height, LogoPicture.FewestPixels);

    private static Sentence Of(string key, params object?[] values) =>
        new("district.logo.refusal." + key, values);
}
