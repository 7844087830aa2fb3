using Throughline.Kernel;
using Throughline.Process;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;
using Throughline.Publishing.Workbooks;
using Throughline.Testing;

namespace Throughline.Tests.Publishing;

/// <summary>A school's workbook: its own prompts, its own answers, and no other place to read it.</summary>
public sealed class SchoolWorkbookTests
{
    [Theory, EachDatabase]
    public async Task It_holds_the_prompts_for_schools_with_the_schools_answers(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await Answer(here, null, "team-charge", "The district's charge");
        await Answer(here, here.School, "team-charge", "The school's charge");

        var ours = await Book(here, here.School, isFilled: true);
        var theirs = await Book(here, null, isFilled: true);

        Assert.Equal("Riverside Middle", ours.Document.School);
        Assert.Contains("Riverside Middle", ours.Document.Title);
        Assert.Equal("The school's charge", Box(ours, "team-charge")!.Text);
        Assert.Equal("The district's charge", Box(theirs, "team-charge")!.Text);
        Assert.NotNull(Box(ours, "headline-share"));
        Assert.Null(Box(ours, "headline-target"));
        Assert.Null(Box(theirs, "headline-share"));
        Assert.NotNull(Box(theirs, "headline-target"));
        Assert.Equal("", Box(await Book(here, here.School, isFilled: false), "team-charge")!.Text);
    }

    [Theory, EachDatabase]
    public async Task What_was_typed_comes_back_to_the_school_alone(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        await Answer(here, null, "team-charge", "The district's charge");
        await Answer(here, here.School, "team-charge", "Old");
        await Answer(here, here.School, "team-members", "Ana");
        var bytes = await Bytes(here, here.School, isFilled: true);
        await Answer(here, here.School, "team-members", "Ana\nBen", 1);
        foreach (
            var (prompt, text) in new[]
            {
                ("team-charge", "New"),
                ("team-members", "Cleo"),
                ("headline-share", "Our part"),
            }
        )
        {
            bytes = FilledWorkbook.Type(bytes, prompt, text);
        }

        // As a form carries it from its preview.
        var file = WorkbookFile.FromText(Read(bytes).ToText())!;
        var result = PublishingBed.Done(await Import(here, file, here.School));

        Assert.Equal(["team-charge", "headline-share"], result.Changed.Select(one => one.Prompt));
        Assert.Equal(
            new ImportWorkbook.BothTexts("team-members", "Ana\nBen", "Cleo", 2),
            Assert.Single(result.Conflicts)
        );
        Assert.Equal(
            ("New", "The district's charge"),
            (
                await Stored(here, here.School, "team-charge"),
                await Stored(here, null, "team-charge")
            )
        );
        Assert.Null(await Stored(here, null, "headline-share"));
        Assert.Empty(PublishingBed.Done(await Import(here, file, here.School)).Changed);
    }

    [Theory, EachDatabase]
    public async Task Brought_to_another_place_it_is_refused_with_the_name_of_its_own(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var other = await here.AddSchool("Hillside Elementary");
        var schools = Read(
            FilledWorkbook.Type(await Bytes(here, here.School, false), "team-charge", "Typed")
        );
        var districts = Read(
            FilledWorkbook.Type(await Bytes(here, null, false), "team-charge", "Typed")
        );

        Assert.Equal(
            ("workbook-of-the-school", "Riverside Middle"),
            Refusal(await Import(here, schools, null))
        );
        Assert.Equal(
            ("workbook-of-the-school", "Riverside Middle"),
            Refusal(await Import(here, schools, other))
        );
        Assert.Equal(
            ("workbook-of-the-district", null),
            Refusal(await Import(here, districts, here.School))
        );
        Assert.Equal(
            ("workbook-of-another-school", null),
            Refusal(
                await Import(
                    here,
                    schools with
                    {
                        Stamp = schools.Stamp with { School = Guid.CreateVersion7().ToString("n") },
                    },
                    here.School
                )
            )
        );
        Assert.Null(await Stored(here, null, "team-charge"));
        Assert.Null(await Stored(here, other, "team-charge"));
    }

    [Theory, EachDatabase]
    public async Task A_prompt_of_the_other_level_a_strangers_school_and_anothers_editor_are_refused(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var bytes = FilledWorkbook.Type(
            await Bytes(here, null, false),
            "headline-target",
            "Not a school's to answer"
        );
        // A word processor that drops the file's properties leaves no stamp.
        var unstamped = Read(bytes) with
        {
            Stamp = WorkbookStamp.None,
        };

        var result = PublishingBed.Done(await Import(here, unstamped, here.School));
        Assert.Equal("headline-target", Assert.Single(result.Refused).Prompt);
        Assert.Empty(result.Changed);

        var stranger = await here.AddPerson("lead@neighbor.example", "Noor Neighbor");
        var (_, theirs) = await here.AddDistrict("neighbor", stranger);
        Assert.IsType<Outcome<ImportWorkbook.Result>.Unknown>(
            await Import(here, unstamped, theirs)
        );

        var editor = await here.AddPerson("hal@hillside.example", "Hal Hillside");
        await here.AddMember(
            here.District,
            editor,
            Role.Editor,
            await here.AddSchool("Hillside Elementary")
        );
        var typed = Read(
            FilledWorkbook.Type(await Bytes(here, here.School, false), "team-charge", "Typed")
        );
        var refused = PublishingBed.Done(await Import(here, typed, here.School, editor));
        Assert.Equal("common.not-yours", Assert.Single(refused.Refused).Reason.Key);
        Assert.Null(await Stored(here, here.School, "team-charge"));
    }

    private static async Task<Workbook> Book(TestWorkspace here, SchoolId? school, bool isFilled)
    {
        var district = await here.District();
        var place = school is { } id
            ? await here.In<SchoolQueries, SchoolPlace?>(read => read.Place(id))
            : null;
        return await here.In<AssembleWorkbook, Workbook>(use =>
            use.Of(district, here.Texts(), PublishingBed.Today, isFilled, place)
        );
    }

    private static async Task<byte[]> Bytes(TestWorkspace here, SchoolId? school, bool isFilled)
    {
        var book = await Book(here, school, isFilled);
        return PlanDocx.Write(
            book.Document,
            here.Clock.GetUtcNow().UtcDateTime,
            book.Stamp.ToProperties()
        );
    }

    private static WorkbookFile Read(byte[] bytes) =>
        PublishingBed.Done(WorkbookFile.Read(new MemoryStream(bytes)));

    private static AnswerBox? Box(Workbook book, string prompt) =>
        book
            .Document.Sections.SelectMany(section => section.Blocks)
            .OfType<AnswerBox>()
            .FirstOrDefault(box => box.Code == prompt);

    private static Task<Outcome<ImportWorkbook.Result>> Import(
        TestWorkspace here,
        WorkbookFile file,
        SchoolId? school,
        PersonId? who = null
    ) =>
        here.In<ImportWorkbook, Outcome<ImportWorkbook.Result>>(use =>
            use.Do(new ImportWorkbook.Input(file, School: school), here.By(who ?? here.Lead))
        );

    private static async Task Answer(
        TestWorkspace here,
        SchoolId? school,
        string prompt,
        string text,
        int version = 0
    ) =>
        PublishingBed.Done(
            await here.In<AnswerPrompt, Outcome<int>>(use =>
                use.Do(
                    new AnswerPrompt.Input("team", prompt, text, version, school),
                    here.By(here.Lead)
                )
            )
        );

    private static async Task<string?> Stored(
        TestWorkspace here,
        SchoolId? school,
        string prompt
    ) =>
        (await here.In<ProcessQueries, List<AnswerView>>(read => read.AllAnswers(school)))
            .Find(answer => answer.PromptCode == prompt)
            ?.Text;

    private static (string Key, object? Value) Refusal(Outcome<ImportWorkbook.Result> outcome)
    {
        var sentence = Assert
            .IsType<Outcome<ImportWorkbook.Result>.Refused>(outcome)
            .Refusals.Single()
            .Sentence;
        return (sentence.Key.Split('.')[^1], sentence.Values.FirstOrDefault());
    }
}
