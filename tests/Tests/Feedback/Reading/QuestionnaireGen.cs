using CsCheck;
using Throughline.Feedback.Questionnaires;

namespace Throughline.Tests.Feedback.Reading;

/// <summary>Any questionnaire there can be, with texts that sheets are hard on.</summary>
static class QuestionnaireGen
{
    private static readonly string[] Tags = ["en", "es", "pt", "zh-Hans", "kea", "ar"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[
            Gen.Char["aZ0 é\"\\',;\t\n\r=+-@|{}<&\u00a0\u2028\u0301ñ中\u0627\ufeff\u0007"],
            0,
            14
        ],
        OneOf(
            "",
            " ",
            "=1+1",
            "'=x",
            "\\e",
            "A\u030a",
            "\u212b",
            "one\r\ntwo",
            "-",
            "\u1112\u1161",
            "\ud83d\ude00"
        )
    );

    private static readonly Gen<string> Stem = Gen.String[Gen.Char["abXY09"], 1, 8];

    public static readonly Gen<Questionnaire> Any =
        from count in Gen.Int[1, Tags.Length]
        from tags in Gen.Shuffle(Tags, count)
        from unreviewed in Gen.Bool.Array[count]
        from title in WordsIn(tags)
        from introduction in WordsIn(tags)
        from thanks in WordsIn(tags)
        from sections in SectionOf(tags).Array[1, 3]
        select Numbered(
            new Questionnaire
            {
                Title = title,
                Introduction = introduction,
                Thanks = thanks,
                Languages = tags,
                Unreviewed = [.. tags.Where((_, i) => unreviewed[i])],
                Sections = sections,
            }
        );

    private static Gen<T> OneOf<T>(params T[] all) =>
        Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static Gen<Words> WordsIn(string[] tags) =>
        from texts in Text.Array[tags.Length]
        from has in Gen.Bool.Array[tags.Length]
        select new Words(
            tags.Select((tag, i) => (tag, i))
                .Where(pair => has[pair.i])
                .ToDictionary(pair => pair.tag, pair => texts[pair.i])
        );

    private static Gen<Section> SectionOf(string[] tags) =>
        from title in WordsIn(tags)
        from text in WordsIn(tags)
        from questions in QuestionOf(tags).Array[0, 4]
        from shows in Gen.Bool
        select new Section
        {
            Code = "s",
            Title = title,
            Text = text,
            ShowIf = shows ? new Condition("q1", ["a", "b-2"]) : null,
            Questions = questions,
        };

    private static Gen<Question> QuestionOf(string[] tags) =>
        from kind in Gen.Enum<QuestionKind>()
        from text in WordsIn(tags)
        from help in WordsIn(tags)
        from flags in Gen.Bool.Array[4]
        from options in OptionOf(tags).Array[0, 4]
        from rows in OptionOf(tags).Array[0, 3]
        from least in Gen.Double[-1e9, 1e9]
        from most in Gen.Double[-1, 1]
        from segment in OneOf<string?>(null, "role", "grade-band")
        from topics in Gen.Enum<ProtectedTopic>().Array[0, 3]
        select new Question
        {
            Code = "q",
            Kind = kind,
            Text = text,
            Help = help,
            Required = flags[0],
            Other = flags[1],
            ShowIf = flags[2] ? new Condition("q1", ["x"]) : null,
            Least = flags[3] ? least : null,
            Most = flags[3] ? null : most,
            Segment = segment,
            Topics = topics,
            Options = options,
            Rows = rows,
        };

    private static Gen<Option> OptionOf(string[] tags) =>
        Gen.Select(Stem, WordsIn(tags), (code, words) => new Option(code, words));

    private static Questionnaire Numbered(Questionnaire form)
    {
        var number = 0;
        return form with
        {
            Sections =
            [
                .. form.Sections.Select(
                    (section, i) =>
                        section with
                        {
                            Code = $"s{i + 1}",
                            Questions =
                            [
                                .. section.Questions.Select(one =>
                                    one with
                                    {
                                        Code = $"q{++number}",
                                    }
                                ),
                            ],
                        }
                ),
            ],
        };
    }
}
