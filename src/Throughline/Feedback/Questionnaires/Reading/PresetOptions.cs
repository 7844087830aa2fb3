using Throughline.Kernel.Languages;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>The options that the source leaves to its program: yes and no, one to five. Our words for them, in the languages that we have.</summary>
internal sealed class PresetOptions(LanguageFiles files, SourceLanguages languages, Losses losses)
{
    private static readonly Dictionary<string, (string Code, string Key)[]> Named = new(
        StringComparer.Ordinal
    )
    {
        ["yes-no"] = [("Y", "yes"), ("N", "no")],
        ["yes-no-uncertain"] = [("Y", "yes"), ("U", "uncertain"), ("N", "no")],
        ["change"] = [("I", "increase"), ("S", "same"), ("D", "decrease")],
        ["gender"] = [("F", "female"), ("M", "male")],
    };

    public IReadOnlyList<Option> Of(string name) =>
        [.. Named[name].Select(option => new Option(option.Code, Word(option.Key)))];

    public IReadOnlyList<Option> Figures(int from, int to) =>
        [
            .. Enumerable
                .Range(from, to - from + 1)
                .Select(figure => new Option(
                    $"{figure}",
                    Words.Of(languages.Tags[0], $"{figure}")
                )),
        ];

    public Words Word(string key)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in languages.Tags)
        {
            if (files.Knows(tag))
            {
                found[tag] = files.In(tag)["questionnaires.preset." + key];
            }
            else
            {
                losses.Add(ReadingSentences.NoPreset(tag));
            }
        }

        if (found.Count == 0)
        {
            found[LanguageFiles.Default] = files.In(LanguageFiles.Default)[
                "questionnaires.preset." + key
            ];
        }

        return new Words(found);
    }
}
