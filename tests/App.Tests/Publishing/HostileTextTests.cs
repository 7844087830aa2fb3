using System.IO.Compression;
using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

/// <summary>What people may type, in every place of the tree, through every renderer.</summary>
public sealed class HostileTextTests
{
    private static readonly PlanDocument Tree = new(
        1,
        "Title",
        "District",
        true,
        "School",
        "en",
        false,
        new DateOnly(2026, 9, 14),
        1,
        "Meta",
        "Contents",
        [new GradeLine("Line", [new GradeMark("K", true), new GradeMark("1", false)])],
        [
            new Section(
                1,
                "Section",
                [
                    new Heading(2, "Heading"),
                    new Paragraph("Text", "Lead"),
                    new LargeSentence("Sentence"),
                    new Listing(["One", "Two"], true),
                    new Grid(
                        "Caption",
                        ["A", "B"],
                        [
                            ["C", "D"],
                        ]
                    ),
                    new Facts([new Fact("Name", "Value")]),
                    new Gap("Gap"),
                    new AnswerBox("code", "Question", "Help", [], "Answer", 2),
                    new AnswerBox("choice", "Question", "Help", ["Yes", "No"], "Yes", 1),
                ]
            ),
        ]
    );

    public static TheoryData<string> Texts =>
        [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</style></title><script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "a\0b\u0001\u001f\ufffe\uffff",
            "lone \ud83d surrogate \ude00",
            "\u202egnp.exe\u202c \u2067isolated\u2069",
            "]]>&amp;&#0;<!-- -->",
            "line\r\nline\rline\ttab",
            new string('x', 65_536),
        ];

    [Theory, MemberData(nameof(Texts))]
    public void Html_holds_it_as_text_and_as_nothing_else(string text)
    {
        var page = PlanHtml.Page(Hostile(text), "body { color: black }");

        var document = new HtmlParser().ParseDocument(page);
        Assert.Empty(
            document.QuerySelectorAll("script, img, iframe, object, form, a[href^='java']")
        );
        Assert.Single(document.QuerySelectorAll("style"));
        Assert.DoesNotContain(
            document.All,
            element =>
                element.Attributes.Any(one => one.Name.StartsWith("on", StringComparison.Ordinal))
        );
        Assert.Equal(
            SafeText.Clean(text).ReplaceLineEndings("").Trim(),
            document.QuerySelector("dd")!.TextContent.ReplaceLineEndings("").Trim()
        );
    }

    [Theory, MemberData(nameof(Texts))]
    public void Word_files_hold_it_as_text_and_are_valid(string text)
    {
        var file = PlanDocx.Write(
            Hostile(text),
            new DateTime(2026, 9, 14, 0, 0, 0, DateTimeKind.Utc)
        );

        Assert.Empty(WordCheck.Problems(file));
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var xml = XmlReader.Create(entry.Open());
            while (xml.Read()) { }
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Json_holds_it_in_ascii_that_can_be_read_back(string text)
    {
        var json = PlanJson.Write(Hostile(text));

        Assert.All(json, letter => Assert.InRange(letter, (byte)0x0a, (byte)0x7e));
        Assert.DoesNotContain("<", Encoding.UTF8.GetString(json));
        Assert.Equal(SafeText.Clean(text), PlanJson.Read(json).Title);
    }

    [Fact]
    public void Nothing_is_left_that_turns_the_text_around_it_or_that_xml_refuses()
    {
        Assert.Equal("abc😀", SafeText.Clean("a\u202eb\0\ud83dc😀\udc00"));
        Assert.Equal("a\nb\nc", SafeText.Clean("a\r\nb\rc"));
        Assert.Equal("one line", SafeText.OneLine(" one\r\n\tline "));
    }

    private static PlanDocument Hostile(string text) => Tree.Map(_ => text).Map(SafeText.Clean);
}
