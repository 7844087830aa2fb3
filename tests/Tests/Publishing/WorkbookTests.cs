using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Kernel;
using Throughline.Process;
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
        var file = WorkbookFile.Read(new MemoryStream(await Export(here, isFilled: true)));

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
        Assert.Equal(["team-charge", "launch-cadence"], result.Changed);
        Assert.Equal(trial.Changed, result.Changed);
        Assert.Equal(
            new ImportWorkbook.BothTexts("team-members", "Ana\nBen", "Ana\nCleo"),
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
        var file = WorkbookFile.Read(new MemoryStream(await Export(here, isFilled: false)));

        Assert.IsType<Outcome<ImportWorkbook.Result>.Refused>(
            await Import(here, file with { Stamp = file.Stamp with { District = "other" } })
        );
    }

    [Fact]
    public void Files_that_are_no_workbook_or_unpack_without_end_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes("no archive")));
        Assert.Throws<InvalidDataException>(() => Read(Zip(("other.xml", "<a/>"))));
        Assert.Throws<InvalidDataException>(() =>
            Read(Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")))
        );
        Assert.Throws<WorkbookTooLargeException>(() =>
            Read(Zip(("word/document.xml", "<a>" + new string(' ', 51_000_000) + "</a>")))
        );
        Assert.Throws<WorkbookTooLargeException>(() =>
            Read(Zip([.. Enumerable.Range(0, 2001).Select(i => ($"word/{i}.xml", ""))]))
        );
    }

    private static WorkbookFile Read(byte[] bytes) => WorkbookFile.Read(new MemoryStream(bytes));

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
        return PlanDocx.Write(workbook.Document, Made, workbook.Stamp.ToVariables());
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

        return WorkbookFile.Read(new MemoryStream(stream.ToArray()));
    }

    private static Task<Outcome<ImportWorkbook.Result>> Import(
        TestWorkspace here,
        WorkbookFile file,
        bool dryRun = false
    ) =>
        here.In<ImportWorkbook, Outcome<ImportWorkbook.Result>>(use =>
            use.Do(new ImportWorkbook.Input(file, dryRun), here.By(here.Lead))
        );

    private static async Task<Dictionary<string, string>> Answers(TestWorkspace here) =>
        (await here.In<ProcessQueries, List<AnswerView>>(use => use.AllAnswers())).ToDictionary(
            answer => answer.PromptCode,
            answer => answer.Text
        );
}
