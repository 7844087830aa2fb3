using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Sylvan.Data.Csv;
using Throughline.App.Hosting.Mail;
using Throughline.Testing;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>Whatever anybody types, in any field: it is stored or refused with a sentence, and wherever it comes out it is text.</summary>
[Collection(SweepCollection.Name)]
public sealed partial class HostileTextTests(Swept swept, ITestOutputHelper output)
{
    private const int MostTogether = 1_000_000;

    private SweptInstallation Here => swept.Here;

    [Fact]
    public async Task In_any_field_it_is_taken_or_refused_with_a_sentence()
    {
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.Where(one => one.IsPost))
        {
            if (swept.TakenBy(handler) is not { } found)
            {
                continue;
            }

            var form = await swept.Prepare(found);
            foreach (var text in form.Typed.Count > 0 ? HostileText.All : [])
            {
                // All of a long form together stay below what the server takes at once.
                var each = text[..Math.Min(text.Length, MostTogether / form.Typed.Count)];
                await Check(form.Fill(one => form.Typed.Contains(one.Key), _ => each), problems);
            }

            // What a page fills in itself can be sent otherwise too.
            var texts = handler.Fields.Where(field => field.IsText).Select(field => field.Name);
            foreach (var name in texts.Where(name => !form.Typed.Contains(name)))
            {
                await Check(form.With(name, HostileText.Letters[1]), problems);
                await Check(form.With(name, HostileText.VeryLong), problems);
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    public static TheoryData<string> Kinds =>
        [nameof(HostileText.Markup), nameof(HostileText.Formulas), nameof(HostileText.Letters)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Wherever_it_comes_out_it_is_text(string kind)
    {
        var texts = (string[])typeof(HostileText).GetField(kind)!.GetValue(null)!;
        Here.Rewind();
        var taken = await HostileDistrict.Fill(Here.Dana, swept.Forms, texts);
        var crawl = new Crawl(Here.Dana.Browser);
        await crawl.From(Here.Home);
        using var nobody = await Here.App.Browser();
        var open = new Crawl(nobody);
        await open.From("/plans/" + Here.Slug);
        var pages = crawl.Pages.Concat(open.Pages).ToList();

        output.WriteLine(
            $"{taken} forms taken, {pages.Count} addresses, {pages.Count(Shows)} show it"
        );
        Assert.All(
            pages,
            // Gone is a version that was withdrawn: it says why, in words that somebody typed. A form that asks may be refused what
            // the crawl chose in it, and shows that choice again.
            page =>
                Assert.True(
                    (int)page.Status < 400
                        || page.Status == HttpStatusCode.Gone
                        || page.Status == HttpStatusCode.UnprocessableEntity
                            && page.Address.Contains('?', StringComparison.Ordinal),
                    $"{page.Address} answered {page.Status}"
                )
        );
        Assert.All(pages, OutcomeIsText);
        Assert.InRange(taken, 60, int.MaxValue);
        Assert.InRange(pages.Count(Shows), 60, int.MaxValue);
        await MailsAreWhole();
        // PostgreSQL could not even store a NUL.
        Assert.All(
            await Here.Stored.Everything(),
            row =>
                Assert.DoesNotContain(
                    row,
                    letter => letter is '\0' or '\u202e' or '\ufffe' or '\u001b'
                )
        );
        Assert.All(Here.Logs.Lines, line => Assert.DoesNotContain(line, char.IsControl));
    }

    private static bool Shows(Visited page) =>
        page.IsHtml
        && page.Document.Body!.TextContent.Contains(HostileText.Mark, StringComparison.Ordinal);

    private void OutcomeIsText(Visited page)
    {
        switch (page.Type)
        {
            case "text/html":
                HtmlHasNothingOfIt(page.Document, page.Address);
                break;
            case "text/csv":
                NoCellIsAFormula(page);
                break;
            case "application/json":
                using (JsonDocument.Parse(page.Bytes)) { }
                break;
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
                Assert.Empty(WordCheck.Problems(page.Bytes));
                NothingActsInTheDocument(page);
                break;
        }

        if (page.Content.ContentDisposition is { } disposition)
        {
            Assert.Matches("^[a-z0-9.-]+$", (disposition.FileName ?? "file").Trim('"'));
        }
    }

    private void HtmlHasNothingOfIt(IDocument document, string where)
    {
        foreach (var element in document.All)
        {
            var isOurs =
                !element.LocalName.Contains(HostileText.Mark, StringComparison.OrdinalIgnoreCase)
                && element.LocalName is not ("iframe" or "object" or "embed" or "base")
                && (
                    element.LocalName != "img"
                    // A district's own logo, from its own address.
                    || LogoAddress().IsMatch(element.GetAttribute("src") ?? "")
                )
                && element.Attributes.All(IsHarmless)
                && (
                    element.LocalName != "script"
                    || element.GetAttribute("src")?.StartsWith("/assets/", StringComparison.Ordinal)
                        == true
                );
            Assert.True(
                isOurs,
                $"{where}: {element.OuterHtml[..Math.Min(300, element.OuterHtml.Length)]}"
            );
        }
    }

    private bool IsHarmless(IAttr attribute)
    {
        if (
            attribute.Name.StartsWith("on", StringComparison.Ordinal)
            || attribute.Name.Contains(HostileText.Mark, StringComparison.Ordinal)
        )
        {
            return false;
        }

        return attribute.Name is not ("href" or "src" or "action" or "formaction" or "srcset")
            || attribute.Value.StartsWith('/')
            || attribute.Value.StartsWith('#')
            || attribute.Value.StartsWith('?')
            || attribute.Value.StartsWith("mailto:", StringComparison.Ordinal)
            || attribute.Value.StartsWith(Here.App.Address.AbsoluteUri, StringComparison.Ordinal)
            || attribute.Value.Length == 0;
    }

    private static void NoCellIsAFormula(Visited page)
    {
        using var csv = CsvDataReader.Create(
            new StringReader(page.Text),
            new CsvDataReaderOptions { HasHeaders = false }
        );
        while (csv.Read())
        {
            for (var i = 0; i < csv.RowFieldCount; i++)
            {
                var cell = csv.GetString(i);
                Assert.False(
                    cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal),
                    $"{page.Address}: {cell}"
                );
            }
        }
    }

    /// <summary>No field that computes, no part that is loaded from elsewhere.</summary>
    private static void NothingActsInTheDocument(Visited page)
    {
        using var archive = new ZipArchive(new MemoryStream(page.Bytes));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var xml = XDocument.Load(stream);
            Assert.DoesNotContain(
                xml.Descendants(),
                element =>
                    element.Attribute("TargetMode")?.Value == "External"
                    || element.Name.LocalName.Contains(HostileText.Mark, StringComparison.Ordinal)
                    || (
                        element.Name.LocalName == "instrText"
                        && element.Value.Contains(HostileText.Mark, StringComparison.Ordinal)
                    )
            );
        }
    }

    private async Task MailsAreWhole()
    {
        var delivery = Here.App.Services.GetRequiredService<MailDelivery>();
        await delivery.SendDue();
        var files = System.IO.Directory.GetFiles(delivery.Folder, "*.eml");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var mail = await MimeMessage.LoadAsync(file);
            Assert.Single(mail.To.Mailboxes);
            Assert.Empty(mail.Cc.Concat(mail.Bcc));
            Assert.DoesNotContain(
                mail.Headers,
                header => header.Field.Contains("hostile", StringComparison.OrdinalIgnoreCase)
            );
            Assert.DoesNotContain(mail.Subject ?? "", char.IsControl);
            if (mail.HtmlBody is { } html)
            {
                Assert.DoesNotContain(
                    new HtmlParser().ParseDocument(html).All,
                    element =>
                        element.LocalName == HostileText.Mark || element.LocalName == "script"
                );
            }
        }
    }

    private async Task Check(Submission form, List<string> problems)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await Here.Dana.Send(form);
        }
        catch (HttpRequestException broken)
        {
            problems.Add($"{broken.Message} for {form}");
            return;
        }

        using var _ = answer;
        var status = (int)answer.StatusCode;
        // The server itself takes no form with a NUL in it, which no browser lets anybody type.
        var isNoForm =
            form.Files.Count == 0
            && form.Fields.Any(field => field.Value.Contains('\0', StringComparison.Ordinal));
        if (status is >= 500 || (status == 400) != isNoForm)
        {
            problems.Add($"{status} for {form}");
        }
        else if (status is 422)
        {
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            HtmlHasNothingOfIt(page, form.ToString());
            if (
                page.QuerySelector(
                    ".govuk-error-summary li, .govuk-error-message, .tl-cell__message"
                )
                is null
            )
            {
                problems.Add($"no sentence for {form}");
            }
        }
    }

    [GeneratedRegex("^/d/[a-z-]+/logo/[0-9a-f]+\\.(png|jpg)$")]
    private static partial Regex LogoAddress();
}
