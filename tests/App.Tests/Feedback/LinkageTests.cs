using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Throughline.App.Hosting.Mail;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Invitations;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Sqlite;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>
/// Somebody holds the database and the list of those who were asked. Everybody answered in the order of that list, the worst case; each
/// answer says whose it is, so that the test, and only the test, can count how often a guess is right.
/// </summary>
public sealed class LinkageTests
{
    private const int People = 60;

    /// <summary>
    /// Of a pairing by chance one is right on average, whatever the number of people, and more than eight once in a million times.
    /// </summary>
    private const int MostByChance = 8;

    private static readonly Questionnaire Form = OpenForm.Pages(
        Page("p", Ask("opinion", QuestionKind.LongText))
    );

    [Theory, EachDatabase]
    public async Task Nobody_who_holds_the_database_and_the_list_links_an_answer_to_a_person(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var (round, links) = await Asked(app);
        using var browser = await app.Browser();
        foreach (var (email, link) in links)
        {
            await PersonalForm.Send(browser, link, ("q-opinion", "I am " + email));
        }

        await TheRoundIsOver(app);
        await using var database = await Attacker.Open(app.Workspace.Storage);
        var answers = await database.Read("select entries from answer order by {place}");
        Assert.Equal(People, answers.Count);
        var people = links.Keys.Order(StringComparer.Ordinal).ToList();

        var orders = new Dictionary<string, IReadOnlyList<string>>
        {
            ["the list itself"] = people,
            ["where the list lies"] = await database.Read(
                "select email from asked_person order by {place}"
            ),
            ["the list by its ids"] = await database.Read(
                "select email from asked_person order by id"
            ),
            ["the mails by their ids"] = await database.Read(
                "select recipient_key from outbox_mail order by id"
            ),
            ["where the mails lie"] = await database.Read(
                "select recipient_key from outbox_mail order by {place}"
            ),
        };
        var replies = new Dictionary<string, IReadOnlyList<string>>
        {
            ["where the answers lie"] = answers,
            ["the answers by their ids"] = await database.Read(
                "select entries from answer order by id"
            ),
            ["the answers by their transactions"] = await database.Read(
                "select entries from answer order by {transaction}, {place}"
            ),
            ["the answers by their days"] = await database.Read(
                "select entries from answer order by saved_on, sent_on, {place}"
            ),
        };
        foreach (var (list, persons) in orders)
        {
            Assert.Equal(People, persons.Count);
            foreach (var (name, texts) in replies)
            {
                AssertChance($"{list} beside {name}", Right(persons, texts));
                AssertChance(
                    $"{list} beside {name}, from the end",
                    Right(persons, [.. texts.Reverse()])
                );
            }
        }
    }

    [Theory, EachDatabase]
    public async Task No_ticket_is_an_answer_under_another_name(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var (round, links) = await Asked(app);
        using var browser = await app.Browser();
        foreach (var (email, link) in links.Take(10))
        {
            await PersonalForm.Send(browser, link, ("q-opinion", "I am " + email));
        }

        await using var database = await Attacker.Open(app.Workspace.Storage);
        var tickets = await database.Read("select id from personal_ticket");
        var answers = await database.Read("select id from answer");
        Assert.Equal((People, 10), (tickets.Count, answers.Count));
        Assert.Empty(tickets.Intersect(answers, StringComparer.OrdinalIgnoreCase));
        // Nor is it found by hashing the ticket as a secret or a code is hashed.
        var hashed = tickets.SelectMany(ticket =>
            new[] { ticket, ticket.Replace("-", "", StringComparison.Ordinal) }.SelectMany(text =>
                new[]
                {
                    FormSecret.AnswerOf(text),
                    FormSecret.AnswerOf(PersonalLink.SecretOf(text)),
                }
            )
        );
        Assert.Empty(
            hashed
                .Select(id => id.Value.ToString())
                .Intersect(answers, StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>The counterpart: with the links in hand everybody is found, so that the test above could have failed.</summary>
    [Fact]
    public async Task Whoever_holds_the_link_itself_finds_its_answer()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var (_, links) = await Asked(app);
        using var browser = await app.Browser();
        var (email, link) = links.First();
        await PersonalForm.Send(browser, link, ("q-opinion", "I am " + email));

        await using var database = await Attacker.Open(app.Workspace.Storage);
        var answer = Assert.Single(await database.Read("select id from answer"));
        var code = link.Split('/')[^1];
        Assert.Equal(FormSecret.AnswerOf(PersonalLink.SecretOf(code)).Value, Guid.Parse(answer));
    }

    [Fact]
    public async Task No_file_of_the_database_holds_a_code_that_went_out_by_mail()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var (_, links) = await Asked(app);
        var file = ((SqliteStorage)app.Workspace.Storage).File;
        var files = new StringBuilder();
        foreach (var path in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            files.Append(Encoding.Latin1.GetString(bytes.ToArray()));
        }

        var text = files.ToString();
        // What the mails said else is still there to be read, so a code would be.
        Assert.Contains("asks what you think", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            links.Values.Select(link => link.Split('/')[^1]),
            code => text.Contains(code, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static void AssertChance(string how, int right) =>
        Assert.True(right <= MostByChance, $"{how}: {right} of {People} were right.");

    private static int Right(IReadOnlyList<string> people, IReadOnlyList<string> answers) =>
        people
            .Zip(answers)
            .Count(pair =>
                pair.Second.Contains(
                    "I am " + pair.First + "\"",
                    StringComparison.OrdinalIgnoreCase
                )
            );

    /// <summary>Everybody's link, as it came by mail, by the address it came to.</summary>
    private static async Task<(
        FeedbackRoundId Round,
        SortedDictionary<string, string> Links
    )> Asked(RunningApp app)
    {
        var here = app.Workspace;
        var form = await OpenForm.In(here, Form, ChannelKind.Personal);
        var channel = (
            await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
                use.Channels(form.Round)
            )
        )[0];
        var emails = Enumerable.Range(10, People).Select(n => $"person{n}@x.example").ToList();
        var outcome = await here.In<AskPeople, Outcome<AskPeople.Asked>>(use =>
            use.Do(
                new(
                    form.Round,
                    channel.Id,
                    string.Join('\n', emails),
                    "en",
                    app.Address.ToString().TrimEnd('/'),
                    app.Services.GetRequiredService<MailSeal>().Close
                ),
                here.By(here.Lead)
            )
        );
        Assert.Equal(
            new AskPeople.Asked(People, 0),
            Assert.IsType<Outcome<AskPeople.Asked>.Done>(outcome).Value
        );
        var links = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var email in emails)
        {
            links[email] = (await app.MailTo(email))[0].LinkIn();
        }

        Assert.Equal(People, links.Values.Distinct().Count());
        return (form.Round, links);
    }

    private static async Task TheRoundIsOver(RunningApp app)
    {
        app.Workspace.Clock.Advance(TimeSpan.FromDays(12));
        await app.Workspace.In<ClearAnswers, int>(use =>
            use.Everywhere(Doing.ByServer(app.Workspace.Clock.GetUtcNow().UtcDateTime))
        );
    }
}
