using System.Text;
using System.Text.Json;

namespace Throughline.Tests.Feedback.Reading;

/// <summary>Surveys of the three programs at random, in which every text occurs once: so each can be looked for.</summary>
/// <param name="size">How many times more than a small survey has.</param>
sealed class RandomSource(int seed, int size = 1)
{
    private static readonly string[] LssTypes =
    [
        "L",
        "!",
        "O",
        "5",
        "Y",
        "G",
        "M",
        "P",
        "A",
        "B",
        "C",
        "E",
        "F",
        "H",
        "1",
        "R",
        "S",
        "T",
        "U",
        "Q",
        "K",
        "N",
        "D",
        "X",
        ";",
        ":",
        "*",
        "|",
        "I",
        "Z",
    ];

    private static readonly string[][] QsfKinds =
    [
        ["MC", "SAVR", "TX"],
        ["MC", "MAVR", "TX"],
        ["MC", "NPS"],
        ["MC", "Odd"],
        ["Matrix", "Likert", "SingleAnswer"],
        ["Matrix", "Likert", "MultipleAnswer"],
        ["Matrix", "TE", "Long"],
        ["Matrix", "MaxDiff"],
        ["TE", "SL"],
        ["TE", "ML"],
        ["TE", "FORM"],
        ["Slider", "HSLIDER"],
        ["RO", "DND"],
        ["DB", "TB"],
        ["SBS", "SBSMatrix"],
        ["CS", "HR"],
        ["FileUpload", "FU"],
        ["HeatMap", "IM"],
    ];

    private static readonly string[] SjsTypes =
    [
        "text",
        "comment",
        "radiogroup",
        "dropdown",
        "checkbox",
        "tagbox",
        "ranking",
        "rating",
        "boolean",
        "matrix",
        "matrixdropdown",
        "matrixdynamic",
        "multipletext",
        "html",
        "imagepicker",
        "file",
        "expression",
        "paneldynamic",
        "panel",
        "slider",
    ];

    private readonly Random random = new(seed);
    private readonly List<string> texts = [];

    public IReadOnlyList<string> Texts => texts;

    public string LimeSurvey()
    {
        var groups = new StringBuilder();
        var (questions, parts, answers, l10n, attributes) = (
            new StringBuilder(),
            new StringBuilder(),
            new StringBuilder(),
            new StringBuilder(),
            new StringBuilder()
        );
        string Row(params (string Name, string Value)[] fields) =>
            $"<row>{string.Concat(fields.Select(one => $"<{one.Name}><![CDATA[{one.Value}]]></{one.Name}>"))}</row>";
        void Said(int id)
        {
            foreach (var language in new[] { "en", "es", "vi" })
            {
                l10n.Append(
                    Row(
                        ("qid", $"{id}"),
                        ("question", $"<b>{Word()}</b>"),
                        ("help", Maybe()),
                        ("language", language)
                    )
                );
            }
        }

        var qid = 1;
        for (var group = 1; group <= random.Next(1, 4) * size; group++)
        {
            groups.Append(
                Row(
                    ("gid", $"{group}"),
                    ("group_name", Word()),
                    ("description", Maybe()),
                    ("language", "en")
                )
            );
            for (var i = random.Next(0, 6) * Math.Min(size, 3); i > 0; i--)
            {
                var id = qid++;
                questions.Append(
                    Row(
                        ("qid", $"{id}"),
                        ("gid", $"{group}"),
                        ("type", Pick(LssTypes)),
                        ("title", $"q{id}"),
                        ("other", Pick("Y", "N")),
                        ("mandatory", Pick("Y", "N", "S")),
                        ("relevance", Pick("1", "q1 == \"A1\"", "q1.NAOK > 3")),
                        ("question_order", $"{i}")
                    )
                );
                Said(id);
                if (random.Next(3) == 0)
                {
                    attributes.Append(
                        Row(
                            ("qid", $"{id}"),
                            (
                                "attribute",
                                Pick("prefix", "placeholder", "other_replace_text", "hidden")
                            ),
                            ("value", Pick("1", Word(false))),
                            ("language", "en")
                        )
                    );
                }

                for (var part = random.Next(0, 4); part > 0; part--)
                {
                    var sub = 1000 + qid++;
                    parts.Append(
                        Row(
                            ("qid", $"{sub}"),
                            ("parent_qid", $"{id}"),
                            ("title", $"S_{part}"),
                            ("scale_id", Pick("0", "1"))
                        )
                    );
                    Said(sub);
                }

                for (var answer = random.Next(0, 4); answer > 0; answer--)
                {
                    answers.Append(
                        Row(
                            ("qid", $"{id}"),
                            ("code", $"A{answer}"),
                            ("answer", Word()),
                            ("language", Pick("en", "es")),
                            ("scale_id", Pick("0", "1"))
                        )
                    );
                }
            }
        }

        return $"<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>en</language><language>es</language></languages>{Table("answers", answers)}{Table("groups", groups)}{Table("questions", questions)}{Table("subquestions", parts)}{Table("question_l10ns", l10n)}{Table("question_attributes", attributes)}{Table("surveys_languagesettings", new StringBuilder(Row(("surveyls_language", "en"), ("surveyls_title", Word()), ("surveyls_welcometext", Word()), ("surveyls_endtext", Word()), ("surveyls_policy_notice", Word()))))}</document>";
    }

    public string Qualtrics()
    {
        Dictionary<string, object> Choices() =>
            Enumerable
                .Range(1, random.Next(0, 4))
                .ToDictionary(
                    i => $"{i}",
                    i => (object)new { Display = Word(), TextEntry = Pick("", "true") }
                );
        Dictionary<string, object?> Question(string id, bool beside)
        {
            var kind = Pick(QsfKinds.Where(one => !beside || one[0] == "Matrix").ToArray());
            var choices = Choices();
            var question = new Dictionary<string, object?>
            {
                ["QuestionID"] = id,
                ["DataExportTag"] = "tag_" + id,
                ["QuestionType"] = kind[0],
                ["Selector"] = kind[1],
                ["SubSelector"] = kind.ElementAtOrDefault(2),
                ["QuestionText"] = $"<div>{Word()}</div>",
                ["Choices"] = choices,
                ["Answers"] = Choices(),
                ["Labels"] = kind[0] == "Slider" ? Choices() : null,
                ["Language"] = new Dictionary<string, object>
                {
                    ["ES"] = new
                    {
                        QuestionText = Word(),
                        Choices = choices.Keys.ToDictionary(
                            key => key,
                            _ => new { Display = Word() }
                        ),
                    },
                },
            };
            if (kind[0] == "SBS")
            {
                question["AdditionalQuestions"] = Enumerable
                    .Range(1, 2)
                    .ToDictionary(i => $"{i}", i => Question($"{id}#{i}", true));
                question["Choices"] = null;
                question["Answers"] = null;
            }

            if (beside)
            {
                question["Language"] = Array.Empty<int>();
            }
            else if (kind[0] == "SBS")
            {
                question["Language"] = new Dictionary<string, object>
                {
                    ["ES"] = new { QuestionText = Word() },
                };
            }

            return question;
        }

        // What is drawn and then replaced was never in the file.
        var elements = new List<object>();
        var blocks = new List<object>();
        var number = 1;
        foreach (var type in new[] { "Default", "Standard", "Trash" })
        {
            var ids = Enumerable
                .Range(0, random.Next(0, 5) * Math.Min(size, 20))
                .Select(_ => $"QID{number++}")
                .ToList();
            elements.AddRange(
                ids.Select(id => new { Element = "SQ", Payload = Question(id, false) })
            );
            blocks.Add(
                new
                {
                    ID = "BL_" + type,
                    Type = type,
                    Description = type == "Trash" ? type : Word(),
                    BlockElements = ids.Select(id => new { Type = "Question", QuestionID = id }),
                }
            );
        }

        elements.Add(new { Element = "BL", Payload = blocks });
        elements.Add(new { Element = "SO", Payload = new { Header = Word(), Footer = Word() } });
        return Final(
            JsonSerializer.Serialize(
                new
                {
                    SurveyEntry = new
                    {
                        SurveyName = Word(),
                        SurveyDescription = Word(),
                        SurveyLanguage = "EN",
                    },
                    SurveyElements = elements,
                }
            )
        );
    }

    public string SurveyJs()
    {
        object Said() =>
            random.Next(2) == 0
                ? Word()
                : new Dictionary<string, string> { ["default"] = Word(), ["es"] = Word() };
        List<object> Items(string name) =>
            [
                .. Enumerable
                    .Range(1, random.Next(0, 4))
                    .Select(i =>
                        (object)
                            new Dictionary<string, object>
                            {
                                [name] = $"v_{i}",
                                [name == "name" ? "title" : "text"] = Said(),
                            }
                    ),
            ];
        Dictionary<string, object> Element(string id, int depth)
        {
            var type = Pick(SjsTypes);
            var element = new Dictionary<string, object>
            {
                ["type"] = type,
                ["name"] = id,
                ["title"] = Said(),
                ["description"] = Said(),
                ["isRequired"] = random.Next(2) == 0,
            };
            foreach (var (key, value) in Extras(type, Said, Items))
            {
                element[key] = value;
            }

            if (type is "panel" or "paneldynamic" && depth < 3)
            {
                element[type == "panel" ? "elements" : "templateElements"] = Enumerable
                    .Range(1, 2)
                    .Select(i => Element($"{id}_{i}", depth + 1))
                    .ToList();
            }

            return element;
        }

        var pages = Enumerable
            .Range(1, random.Next(1, 4) * size)
            .Select(page => new Dictionary<string, object>
            {
                ["name"] = $"p{page}",
                ["title"] = Said(),
                ["description"] = Said(),
                ["elements"] = Enumerable
                    .Range(1, random.Next(0, 5) * Math.Min(size, 20))
                    .Select(i => Element($"e{page}_{i}", 0))
                    .ToList(),
            })
            .ToList();
        return Final(
            JsonSerializer.Serialize(
                new
                {
                    title = Said(),
                    description = Said(),
                    completedHtml = $"<p>{Word()}</p>",
                    startSurveyText = Said(),
                    pages,
                }
            )
        );
    }

    private IEnumerable<(string Key, object Value)> Extras(
        string type,
        Func<object> said,
        Func<string, List<object>> items
    )
    {
        if (
            type
            is "radiogroup"
                or "dropdown"
                or "checkbox"
                or "tagbox"
                or "ranking"
                or "imagepicker"
                or "matrixdropdown"
                or "matrixdynamic"
        )
        {
            yield return ("choices", items("value"));
        }

        if (type is "radiogroup" or "checkbox" && random.Next(2) == 0)
        {
            yield return ("showOtherItem", true);
            yield return ("otherText", said());
            yield return ("showNoneItem", true);
            yield return ("noneText", said());
        }

        if (type is "matrix" or "matrixdropdown")
        {
            yield return ("rows", items("value"));
        }

        if (type is "matrix")
        {
            yield return ("columns", items("value"));
        }

        if (type is "matrixdropdown" or "matrixdynamic")
        {
            yield return ("columns", items("name"));
        }

        if (type is "multipletext")
        {
            yield return ("items", items("name"));
        }

        if (type is "boolean")
        {
            yield return ("labelTrue", said());
        }

        if (type is "rating")
        {
            yield return ("minRateDescription", said());
        }

        if (type is "html")
        {
            yield return ("html", $"<i>{Word()}</i>");
        }

        if (type is "text" or "comment")
        {
            yield return ("placeholder", said());
        }
    }

    /// <summary>Only what is in the file can be missed.</summary>
    private string Final(string json)
    {
        texts.RemoveAll(text => !json.Contains(text, StringComparison.Ordinal));
        return json;
    }

    private static string Table(string name, StringBuilder rows) =>
        $"<{name}><rows>{rows}</rows></{name}>";

    private string Maybe() => random.Next(2) == 0 ? Word() : "";

    private string Word(bool looked = true)
    {
        var word = $"w{texts.Count + 1}w{random.Next(1000)}x";
        if (looked)
        {
            texts.Add(word);
        }

        return word;
    }

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
