using System.Globalization;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>What the invented families have answered so far: few of those who speak Portuguese at home among them, which is the point.</summary>
internal static class SampleFamilies
{
    private static readonly string[] Languages = ["en", "es", "pt", "ar"];
    private static readonly string[] Wishes = ["everyone", "by-choice", "who-wants", "not-sure"];
    private static readonly string[] Weights = ["very", "some", "little"];
    private static readonly string[] Obstacles =
    [
        "no-class",
        "schedule",
        "no-computer",
        "not-for-us",
        "language",
    ];
    private static readonly string[] Schools = ["elementary", "middle", "high"];

    private static readonly string[] Hopes =
    [
        "Make something of her own and show it to her grandmother.",
        "Find work here in town instead of moving away.",
        "Understand what the phone does with what she tells it.",
        "Not be afraid of it, as I am.",
        "Build the games he plays all day.",
        "Que pueda ayudar en el negocio de la familia.",
        "Use it for science, she wants to be a nurse.",
        "Know when a picture is made up.",
    ];

    private static readonly string[] Worries =
    [
        "That it takes the place of art or music.",
        "Too many hours in front of a screen.",
        "The bus leaves before the club ends.",
        "Que las clases sean solo en inglés.",
        "We share one computer among four.",
        "That only the boys sign up again.",
    ];

    public const int Count = 118;

    public static List<Answer> Of(
        DistrictId district,
        SampleDays days,
        FeedbackRoundId round,
        IReadOnlyList<FeedbackChannelId> channels
    )
    {
        // The same every time: what an invented district has answered is part of the product.
        var pick = new Picks(20_161);
        return
        [
            .. Enumerable
                .Range(0, Count)
                .Select(number => One(district, days, round, channels, number, pick)),
        ];
    }

    private static Answer One(
        DistrictId district,
        SampleDays days,
        FeedbackRoundId round,
        IReadOnlyList<FeedbackChannelId> channels,
        int number,
        Picks pick
    )
    {
        var language = Languages[pick.By(80, 15, 4, 1)];
        var entries = new AnswerEntries();
        entries.Set("every-student", [Wishes[pick.By(46, 31, 12, 11)]]);
        foreach (var row in new[] { "make", "safe", "data", "work" })
        {
            entries.Set("important." + row, [Weights[pick.By(row == "safe" ? 80 : 50, 35, 15)]]);
        }

        entries.Set("in-the-way", [.. Obstacles.Where(_ => pick.By(70, 30) == 1)]);
        if (pick.By(60, 40) == 1)
        {
            entries.Set("hope", [Hopes[pick.Below(Hopes.Length)]]);
        }

        if (pick.By(72, 28) == 1)
        {
            entries.Set("worry", [Worries[pick.Below(Worries.Length)]]);
        }

        entries.Set("school", [Schools[pick.By(52, 27, 21)]]);
        entries.Set("child-is", Described(pick, language));
        if (pick.By(9, 91) == 1)
        {
            entries.Set("home-language", [language]);
        }

        var day = days.On(5 + pick.Below(5));
        return new Answer
        {
            DistrictId = district,
            RoundId = round,
            Id = FormSecret.AnswerOf(
                "sample-family-" + number.ToString("00000000", CultureInfo.InvariantCulture)
            ),
            ChannelId = channels[pick.By(83, 17)],
            Edition = 1,
            Language = language,
            SavedOn = day,
            SentOn = day,
            Entries = entries.ToJson(),
        };
    }

    /// <summary>Few of them have a child who learns English: the letter went home in English.</summary>
    private static List<string> Described(Picks pick, string language)
    {
        var said = new List<string>();
        if (pick.By(language == "en" ? 99 : 88, language == "en" ? 1 : 12) == 1)
        {
            said.Add("english-learner");
        }

        if (pick.By(86, 14) == 1)
        {
            said.Add("students-with-disabilities");
        }

        if (pick.By(80, 20) == 1)
        {
            said.Add("economically-disadvantaged");
        }

        if (pick.By(52, 48) == 1)
        {
            said.Add("female");
        }

        return said.Count > 0 || pick.By(30, 70) == 0 ? said : ["none"];
    }
}
