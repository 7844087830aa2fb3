using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Feedback;

/// <summary>What the tests of the asking pages share: a round, and forms sent as a browser without script sends them.</summary>
internal static class AskingBrowser
{
    public const string Root = "/d/marlow-falls/feedback/";

    public static Words En(string text) => Words.Of("en", text);

    public static Questionnaire Form { get; } =
        new()
        {
            Title = En("Computing <b>at</b> school").With("es", "La computación en la escuela"),
            Languages = ["en", "es"],
            Unreviewed = ["es"],
            Sections =
            [
                new Section
                {
                    Code = "one",
                    Title = En("Your view"),
                    Questions =
                    [
                        new Question
                        {
                            Code = "class",
                            Kind = QuestionKind.Choice,
                            Required = true,
                            Text = En("A class for everybody?"),
                            Options = [new("yes", En("Yes")), new("no", En("No"))],
                        },
                        new Question
                        {
                            Code = "why",
                            Kind = QuestionKind.ShortText,
                            Text = En("Why?"),
                        },
                    ],
                },
                new Section
                {
                    Code = "two",
                    Title = En("More"),
                    ShowIf = new Condition("class", ["yes"]),
                    Questions =
                    [
                        new Question
                        {
                            Code = "more",
                            Kind = QuestionKind.LongText,
                            Text = En("What else?"),
                        },
                    ],
                },
            ],
        };

    public static async Task<FeedbackRoundId> Prepare(
        this RunningApp app,
        Questionnaire? form = null,
        bool students = false
    ) =>
        Done(
            await app.Workspace.In<PrepareRound, Outcome<FeedbackRoundId>>(use =>
                use.Do(
                    new PrepareRound.Input(
                        "Families",
                        FeedbackSubject.Vision,
                        form ?? Form,
                        AsksStudents: students
                    ),
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );

    public static async Task<ChannelView> Channel(
        this RunningApp app,
        FeedbackRoundId round,
        ChannelKind kind
    )
    {
        var code = Done(
            await app.Workspace.In<AddChannel, Outcome<string>>(use =>
                use.Do(
                    new AddChannel.Input(round, kind, "Families at the fair"),
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );
        var all = await app.Workspace.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
            use.Channels(round)
        );
        return all.Single(one => one.Code == code);
    }

    public static async Task Open(this RunningApp app, FeedbackRoundId round) =>
        Done(
            await app.Workspace.In<OpenRound, Outcome<Nothing>>(async use =>
                await use.Do(
                    new OpenRound.Input(
                        round,
                        (await app.See(round)).Version,
                        new DateOnly(2026, 10, 1),
                        new DateOnly(2026, 12, 1)
                    ),
                    app.Workspace.By(app.Workspace.Lead)
                )
            )
        );

    public static async Task<RoundView> See(this RunningApp app, FeedbackRoundId round) =>
        (await app.Workspace.In<FeedbackQueries, RoundView?>(use => use.Round(round)))!;

    public static async Task<Questionnaire> Asked(this RunningApp app, FeedbackRoundId round)
    {
        var edition = (await app.See(round)).Edition;
        return (
            await app.Workspace.In<FeedbackQueries, Questionnaire?>(use =>
                use.Questionnaire(round, edition)
            )
        )!;
    }

    public static Task<int> Count(this RunningApp app, FeedbackRoundId round) =>
        app.Workspace.Storage.Answers.CountSent(
            app.Workspace.District,
            round,
            CancellationToken.None
        );

    public static async Task<IHtmlDocument> Page(this HttpClient browser, string address)
    {
        var answer = await browser.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"GET {address} answered {answer.StatusCode}");
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    public static async Task<IHtmlDocument> Page(this HttpResponseMessage answer) =>
        Parse(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends the form that holds what the selector finds, with what it holds and what is typed over it.</summary>
    /// <param name="press">The button or field whose form it is; a button is pressed.</param>
    public static Task<HttpResponseMessage> Press(
        this HttpClient browser,
        string address,
        IHtmlDocument page,
        string press,
        params (string Name, string Value)[] typed
    )
    {
        var pressed =
            page.QuerySelector(press)
            ?? throw new InvalidOperationException($"{address} has no {press}.");
        var form = (IHtmlFormElement)(pressed.Closest("form") ?? pressed);
        var over = typed.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            var name = element.GetAttribute("name");
            if (name is not null && value is not null && !over.Contains(name))
            {
                fields.Add(new(name, value));
            }
        }

        fields.AddRange(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (pressed is IHtmlButtonElement { Name.Length: > 0 } button)
        {
            fields.Add(new(button.Name!, button.Value));
        }

        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? address;
        return browser.PostAsync(
            action.StartsWith('?') ? address.Split('?')[0] + action : action,
            new FormUrlEncodedContent(fields)
        );
    }

    public static T Done<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException($"{outcome}");

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
