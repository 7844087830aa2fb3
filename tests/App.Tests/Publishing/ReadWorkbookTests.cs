using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Throughline.Kernel;
using Throughline.Process;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

/// <summary>A filled workbook comes back through the page, without script.</summary>
public sealed partial class ReadWorkbookTests
{
    private const string Address = "/d/marlow-falls/document/workbook/read";

    [Theory, EachDatabase]
    public async Task What_would_change_is_shown_first_then_saved_and_brought_back(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        await Answer(app, "team-charge", "Old <charge>", 0);
        await Answer(app, "team-members", "Ana", 0);
        var book = await browser.GetByteArrayAsync(
            "/d/marlow-falls/document/workbook?handler=File&filled=1"
        );
        await Answer(app, "team-members", "Ana and Ben", 1);
        book = FilledWorkbook.Type(book, "team-charge", "New <charge>");
        book = FilledWorkbook.Type(book, "team-members", "Ana and Cleo");

        using var preview = await Upload(browser, book);
        var html = await preview.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("New &lt;charge&gt;", html);
        Assert.Contains("Ana and Ben", html);
        Assert.Contains("Ana and Cleo", html);
        Assert.Equal("Old <charge>", await Stored(app, "team-charge"));

        app.Workspace.Clock.Advance(TimeSpan.FromHours(1));
        using var saved = await browser.Send(
            Address,
            new()
            {
                ["Input.Book"] = WebUtility.HtmlDecode(Book().Match(html).Groups[1].Value),
                ["Input.Choices[team-members]"] = "2",
            },
            Address + "?handler=Save"
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("New <charge>", await Stored(app, "team-charge"));
        Assert.Equal("Ana and Cleo", await Stored(app, "team-members"));

        var result = saved.Headers.Location!.ToString();
        var page = await browser.GetStringAsync(result);
        Assert.Contains("2 answers were saved.", page);
        var form = RestoreForm()
            .Match(page[page.LastIndexOf("Old &lt;charge&gt;", StringComparison.Ordinal)..])
            .Value;
        Assert.Contains("value=\"Text\"", form);
        var fields = Hidden()
            .Matches(form)
            .ToDictionary(
                field => field.Groups[1].Value,
                string? (field) => WebUtility.HtmlDecode(field.Groups[2].Value)
            );
        using var restored = await browser.Send(result, fields, "/d/marlow-falls/restore");
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        Assert.Contains("&restored=1", restored.Headers.Location!.ToString());
        Assert.Equal("Old <charge>", await Stored(app, "team-charge"));
    }

    [Fact]
    public async Task A_conflict_that_nobody_decides_stays_as_it_stands()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser(app.Workspace.Lead);
        var book = await browser.GetByteArrayAsync(
            "/d/marlow-falls/document/workbook?handler=File"
        );
        await Answer(app, "team-charge", "Here", 0);
        using var preview = await Upload(
            browser,
            FilledWorkbook.Type(book, "team-charge", "Paper")
        );
        var html = await preview.Content.ReadAsStringAsync();

        app.Workspace.Clock.Advance(TimeSpan.FromHours(1));
        using var saved = await browser.Send(
            Address,
            new()
            {
                ["Input.Book"] = WebUtility.HtmlDecode(Book().Match(html).Groups[1].Value),
                ["Input.Choices[team-charge]"] = "",
            },
            Address + "?handler=Save"
        );

        Assert.Equal("Here", await Stored(app, "team-charge"));
        var page = await browser.GetStringAsync(saved.Headers.Location!.ToString());
        Assert.Contains("0 answers were saved. 1 answer stays", page);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_why()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser(app.Workspace.Lead);
        (byte[] File, string Sentence)[] files =
        [
            (Encoding.UTF8.GetBytes("no archive"), "This is not a workbook that can be read."),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
                "protected by a password"
            ),
            (OpenDocument(), "OpenDocument file (.odt)"),
            (new byte[25_000_001], "larger"),
        ];

        foreach (var (file, sentence) in files)
        {
            using var answer = await Upload(browser, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, await answer.Text());
        }

        using var none = await browser.Send(Address, []);
        Assert.Contains("Choose a file first.", await none.Text());
        using var forged = await browser.Send(
            Address,
            new() { ["Input.Book"] = "{}" },
            Address + "?handler=Save"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_school_downloads_its_own_workbook_and_reads_it_on_its_own_page(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var editor = await app.Workspace.AddPerson("rita@riverside.example", "Rita Riverside");
        await app.Workspace.AddMember(
            app.Workspace.District,
            editor,
            Role.Editor,
            app.Workspace.School
        );
        using var browser = await app.Browser(editor);
        var school = $"/d/marlow-falls/schools/{app.Workspace.School}/document/workbook";
        Assert.Contains(
            $"href=\"{school}/read\"",
            await browser.GetStringAsync(school + "?lang=en")
        );
        using var file = await browser.GetAsync(school + "?handler=File");
        Assert.Equal(
            "marlow-falls-riverside-middle-workbook.docx",
            file.Content.Headers.ContentDisposition!.FileName
        );
        var book = FilledWorkbook.Type(
            await file.Content.ReadAsByteArrayAsync(),
            "team-charge",
            "We carry it here."
        );

        using var preview = await Upload(browser, book, school + "/read");
        var html = await preview.Content.ReadAsStringAsync();
        Assert.Contains("We carry it here.", html);
        using var saved = await browser.Send(
            school + "/read",
            new() { ["Input.Book"] = WebUtility.HtmlDecode(Book().Match(html).Groups[1].Value) },
            school + "/read?handler=Save"
        );
        Assert.StartsWith(school + "/read?at=", saved.Headers.Location!.ToString());
        Assert.Contains(
            "1 answer was saved.",
            await browser.GetStringAsync(saved.Headers.Location)
        );
        Assert.Equal(
            "We carry it here.",
            (
                await app.Workspace.In<ProcessQueries, List<AnswerView>>(read =>
                    read.AllAnswers(app.Workspace.School)
                )
            )
                .Single()
                .Text
        );

        // The district's page refuses it, and says whose it is; a school's editor does not write there at all.
        using var lead = await app.Browser(app.Workspace.Lead);
        using var wrong = await Upload(lead, book);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("was made for Riverside Middle", await wrong.Text());
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Address)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Upload(
        HttpClient browser,
        byte[] file,
        string address = Address
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.TokenOf(address)), "__RequestVerificationToken" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "Input.File", "book.docx");
        return await browser.PostAsync(address, form);
    }

    private static byte[] OpenDocument()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "mimetype", "content.xml" })
            {
                archive.CreateEntry(name).Open().Dispose();
            }
        }

        return stream.ToArray();
    }

    private static Task<Outcome<int>> Answer(
        RunningApp app,
        string prompt,
        string text,
        int version
    ) =>
        app.Workspace.In<AnswerPrompt, Outcome<int>>(use =>
            use.Do(
                new AnswerPrompt.Input("team", prompt, text, version),
                app.Workspace.By(app.Workspace.Lead)
            )
        );

    private static async Task<string> Stored(RunningApp app, string prompt) =>
        (await app.Workspace.In<ProcessQueries, List<AnswerView>>(read => read.AllAnswers()))
            .Single(answer => answer.PromptCode == prompt)
            .Text;

    [GeneratedRegex("name=\"Input.Book\" value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Book();

    [GeneratedRegex("name=\"(Input\\.[A-Za-z]+)\" value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<form[^>]*/restore\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex RestoreForm();
}
