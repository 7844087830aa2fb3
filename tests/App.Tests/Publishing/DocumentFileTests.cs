using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Throughline.App.Hosting.Documents;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

public sealed class DocumentFileTests
{
    [Fact]
    public async Task The_page_that_stands_alone_holds_its_style_and_fonts_and_asks_for_nothing()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);

        var html = await lead.GetStringAsync("/d/marlow-falls/document/files/html");

        Assert.Contains("data:font/woff2;base64,", html);
        Assert.Contains(".tl-document", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("src=", html);
    }

    [Fact]
    public async Task Where_a_browser_is_installed_it_prints_a_tagged_pdf()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        Assert.SkipUnless(
            app.Services.GetRequiredService<PdfPrinter>().CanPrint,
            "No browser that prints is installed on this machine."
        );
        using var lead = await app.Browser(app.Workspace.Lead);

        var pdf = await lead.GetByteArrayAsync("/d/marlow-falls/document/files/pdf");
        var text = Encoding.Latin1.GetString(pdf);

        Assert.StartsWith("%PDF-", text);
        Assert.Contains("/MarkInfo", text);
        Assert.Contains("/StructTreeRoot", text);
        Assert.Contains("/Lang", text);
    }

    [Fact]
    public async Task Where_no_browser_is_installed_the_page_says_how_to_print()
    {
        await using var app = await RunningApp.Start(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton(new PdfPrinter(null))
        );
        using var lead = await app.Browser(app.Workspace.Lead);

        var page = await (await lead.GetAsync("/d/marlow-falls/document")).Text();

        Assert.Contains("choose Print", page);
        Assert.DoesNotContain("files/pdf", page);
    }
}
