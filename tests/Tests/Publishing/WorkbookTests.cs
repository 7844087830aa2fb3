using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Kernel;
using Throughline.Process;
using Throughline.Publishing;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Workbooks;
using Throughline.Testing;

namespace Throughline.Tests.Publishing;

public sealed class WorkbookTests
{
    private static readonly DateTime Made = new(2026, 9, 14, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task A_filled_workbook_read_back_unchanged_changes_nothing(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["team-charge"] = "First line\n\n  indented <b>&amp;</b>\ttab\nlast  😀",
            ["team-members"] = "=cmd|' /C calc'!A0\n\u05e9\u05dc\u05d5\u05dd",
            ["team-missing"] = new string('x', 8000),
        };
        foreach (var (prompt, text) in texts)
        {
            PublishingBed.Done(await here.Answer("team", prompt, text));
        }

        PublishingBed.Done(await here.Answer("launch", "launch-cadence", "cadence-week"));
        var file = PublishingBed.Done(
            WorkbookFile.Read(new MemoryStream(await Export(here, isFilled: true)))
        );

        Assert.Equal(
            texts["team-charge"],
            file.Answers.Single(answer => answer.Key == "team-charge").Value
        );
        var result = PublishingBed.Done(await Import(here, file));
        Assert.Equal(4, result.Answers);
        Assert.Empty(result.Changed);
        Assert.Empty(result.Conflicts);
        Assert.Empty(result.Refused);
    }

    [Theory, EachDatabase]
    public async Task Typed_answers_come_back_a_conflict_keeps_both_and_nonsense_is_refused(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        PublishingBed.Done(await here.Answer("team", "team-charge", "Old charge"));
        PublishingBed.Done(await here.Answer("team", "team-members", "Ana"));
        var bytes = await Export(here, isFilled: true);
        PublishingBed.Done(await here.Answer("team", "team-members", "Ana\nBen", version: 1));
        var file = Typed(
            bytes,
            ("team-charge", "New charge"),
            ("team-members", "Ana\nCleo"),
            ("team-missing", new string('y', 8001)),
            ("launch-cadence", "Every two weeks"),
            ("no-such-prompt", "?")
        );

        var trial = PublishingBed.Done(await Import(here, file, dryRun: true));
        var charge = (await Answers(here))["team-charge"];
        var result = PublishingBed.Done(await Import(here, file));

        Assert.Equal("Old charge", charge);
        Assert.Equal(["team-charge", "launch-cadence"], result.Changed.Select(one => one.Prompt));
        Assert.Equal(trial.Changed, result.Changed);
        Assert.Equal(
            new ImportWorkbook.BothTexts("team-members", "Ana\nBen", "Ana\nCleo", 2),
            Assert.Single(result.Conflicts)
        );
        Assert.Equal(["team-missing", "no-such-prompt"], result.Refused.Select(one => one.Prompt));
        Assert.Equal(
            trial.Refused.Select(one => one.Prompt),
            result.Refused.Select(one => one.Prompt)
        );
        var stored = await Answers(here);
        Assert.Equal("New charge", stored["team-charge"]);
        Assert.Equal("Ana\nBen", stored["team-members"]);
        Assert.Equal("cadence-two-weeks", stored["launch-cadence"]);
    }

    [Fact]
    public async Task A_blank_workbook_never_overwrites_what_its_writers_could_not_see()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        PublishingBed.Done(await here.Answer("team", "team-charge", "Stored"));

        var result = PublishingBed.Done(
            await Import(here, Typed(await Export(here, isFilled: false), ("team-charge", "Paper")))
        );

        Assert.Single(result.Conflicts);
        Assert.Equal("Stored", (await Answers(here))["team-charge"]);
    }

    [Fact]
    public async Task A_workbook_of_another_district_is_refused()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var file = PublishingBed.Done(
            WorkbookFile.Read(new MemoryStream(await Export(here, isFilled: false)))
        );

        Assert.IsType<Outcome<ImportWorkbook.Result>.Refused>(
            await Import(here, file with { Stamp = file.Stamp with { District = "other" } })
        );
    }

    [Fact]
    public void Files_that_are_no_workbook_or_unpack_without_end_are_refused()
    {
        Refuses(PublishingSentences.NoWorkbook, Encoding.UTF8.GetBytes("no archive"));
        Refuses(PublishingSentences.NoWorkbook, []);
        Refuses(PublishingSentences.NoWorkbook, Zip(("other.xml", "<a/>")));
        Refuses(
            PublishingSentences.NoWorkbook,
            Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))
        );
        Refuses(
            PublishingSentences.WorkbookTooLarge,
            Zip(("word/document.xml", "<a>" + new string(' ', 51_000_000) + "</a>"))
        );
        Refuses(
            PublishingSentences.WorkbookTooLarge,
            Zip([.. Enumerable.Range(0, 2001).Select(i => ($"word/{i}.xml", ""))])
        );
        Refuses(PublishingSentences.WorkbookTooLarge, new byte[WorkbookFile.MaxBytes + 1]);
        Refuses(
            PublishingSentences.WorkbookAsOpenDocument,
            Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>"))
        );
        Refuses(
            PublishingSentences.WorkbookLocked,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]]
        );
    }

    /// <summary>LibreOffice Writer 7.4 opened a workbook and saved it as .docx: the controls' tags are gone, the codes are not.</summary>
    [Theory, EachDatabase]
    public async Task A_workbook_that_LibreOffice_saved_is_read(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(
                Repository.Root,
                "tests",
                "Tests",
                "Publishing",
                "workbook-saved-by-libreoffice.docx"
            )
        );
        using (var word = WordprocessingDocument.Open(new MemoryStream(bytes), false))
        {
            Assert.Empty(word.MainDocumentPart!.Document!.Body!.Descendants<Tag>());
        }

        var file = PublishingBed.Done(WorkbookFile.Read(new MemoryStream(bytes)));
        var result = PublishingBed.Done(await Import(here, file));

        Assert.Equal("marlow-falls", file.Stamp.District);
        Assert.Equal(2, file.Stamp.Answers["team-charge"].Version);
        Assert.Empty(result.Refused);
        var stored = await Answers(here);
        Assert.Equal(
            "Typed in LibreOffice.\nA second line\twith a tab, and <b> & “quotes”.",
            stored["team-charge"]
        );
        Assert.Equal(result.Changed.Count, stored.Count);
    }

    [Fact]
    public void A_box_is_read_by_its_code_whatever_became_of_its_control()
    {
        const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        static string Cell(string inside) => $"<w:tr><w:tc>{inside}</w:tc></w:tr>";
        static string P(string text) =>
            $"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
        static string Control(string tag, string inside, string more = "") =>
            $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{more}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>";
        static string Box(string code, string inside) =>
            $"<w:tbl>{Cell(P(code))}{Cell(inside)}</w:tbl>";
        var body =
            Box("[untagged]", P("one") + P("two"))
            + Box("[tagged]", Control("tagged", P("inside")) + P("beside"))
            + Box("[moved]", Control("a", P("A")) + Control("b", P("B")))
            + Box("[waiting]", Control("waiting", P("Click here"), "<w:showingPlcHdr/>") + "<w:p/>")
            + Box("[nested]", P("before") + Box("[other]", P("within")) + "<w:p/>")
            + Box("owner", P("a table of somebody's own"))
            + Control("loose", P("no table"))
            + P("Only text.");

        var file = PublishingBed.Done(
            WorkbookFile.Read(
                new MemoryStream(
                    Zip(
                        (
                            "word/document.xml",
                            $"<w:document {W}><w:body>{body}</w:body></w:document>"
                        )
                    )
                )
            )
        );

        Assert.Equal(
            [
                new("untagged", "one\ntwo"),
                new("tagged", "inside\nbeside"),
                new("a", "A"),
                new("b", "B"),
                new("waiting", ""),
                new("nested", "before\n[other]\nwithin"),
                new("loose", "no table"),
            ],
            file.Answers
        );
    }

    [Fact]
    public async Task What_was_seen_and_chosen_is_taken_and_nothing_that_came_after()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        PublishingBed.Done(await here.Answer("team", "team-charge", "Stored"));
        var file = Typed(await Export(here, isFilled: false), ("team-charge", "Paper"));
        Dictionary<string, int> seen = new() { ["team-charge"] = 1 };
        PublishingBed.Done(await here.Answer("team", "team-charge", "Stored again", version: 1));

        var late = PublishingBed.Done(await Import(here, file, take: seen));
        var then = PublishingBed.Done(
            await Import(here, file, take: new Dictionary<string, int> { ["team-charge"] = 2 })
        );

        Assert.Equal(2, Assert.Single(late.Conflicts).Version);
        Assert.Equal("Stored again", Assert.Single(then.Changed).Before);
        Assert.Equal("Paper", (await Answers(here))["team-charge"]);
    }

    [Fact]
    public async Task What_a_form_carries_is_the_workbook_or_nothing()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        PublishingBed.Done(await here.Answer("team", "team-charge", "<é>\n“x”"));
        var file = PublishingBed.Done(
            WorkbookFile.Read(new MemoryStream(await Export(here, isFilled: true)))
        );

        var carried = WorkbookFile.FromText(file.ToText())!;

        Assert.Equal(file.Answers, carried.Answers);
        Assert.Equal(file.Stamp.Answers, carried.Stamp.Answers);
        Assert.Equal(file.Stamp.District, carried.Stamp.District);
        Assert.All(
            new[]
            {
                null,
                "",
                "x",
                "{}",
                "null",
                """{"District":"a","Edition":"b","Known":{"a":null},"Answers":[]}""",
            },
            text => Assert.Null(WorkbookFile.FromText(text))
        );
    }

    private static void Refuses(Sentence sentence, byte[] bytes) =>
        Assert.Equal(
            sentence.Key,
            Assert
                .Single(
                    Assert
                        .IsType<Outcome<WorkbookFile>.Refused>(
                            WorkbookFile.Read(new MemoryStream(bytes))
                        )
                        .Refusals
                )
                .Sentence.Key
        );

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> Export(TestWorkspace here, bool isFilled)
    {
        var workbook = await here.Workbook(isFilled);
        return PlanDocx.Write(workbook.Document, Made, workbook.Stamp.ToProperties());
    }

    /// <summary>What a word processor would leave: the controls' contents replaced, and a control that nobody knows.</summary>
    private static WorkbookFile Typed(byte[] bytes, params (string Code, string Text)[] answers)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var word = WordprocessingDocument.Open(stream, true))
        {
            var body = word.MainDocumentPart!.Document!.Body!;
            foreach (var (code, text) in answers)
            {
                var control = body.Descendants<SdtBlock>()
                    .FirstOrDefault(one => one.Descendants<Tag>().Single().Val == code);
                if (control is null)
                {
                    control = (SdtBlock)body.Descendants<SdtBlock>().First().CloneNode(true);
                    control.Descendants<Tag>().Single().Val = code;
                    body.InsertBefore(control, body.Elements<SectionProperties>().Single());
                }

                var content = control.GetFirstChild<SdtContentBlock>()!;
                content.RemoveAllChildren();
                content.Append(
                    text.Split('\n')
                        .Select(line => new Paragraph(
                            new ParagraphProperties(
                                new Tabs(new TabStop { Val = TabStopValues.Left, Position = 720 })
                            ),
                            new Run(new Text(line))
                        ))
                );
            }
        }

        return PublishingBed.Done(WorkbookFile.Read(new MemoryStream(stream.ToArray())));
    }

    private static Task<Outcome<ImportWorkbook.Result>> Import(
        TestWorkspace here,
        WorkbookFile file,
        bool dryRun = false,
        IReadOnlyDictionary<string, int>? take = null
    ) =>
        here.In<ImportWorkbook, Outcome<ImportWorkbook.Result>>(use =>
            use.Do(new ImportWorkbook.Input(file, dryRun, take), here.By(here.Lead))
        );

    private static async Task<Dictionary<string, string>> Answers(TestWorkspace here) =>
        (await here.In<ProcessQueries, List<AnswerView>>(use => use.AllAnswers())).ToDictionary(
            answer => answer.PromptCode,
            answer => answer.Text
        );
}
