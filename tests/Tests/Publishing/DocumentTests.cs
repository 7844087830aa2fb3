using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;
using Throughline.Testing;
using Throughline.Tests.Direction;

namespace Throughline.Tests.Publishing;

public sealed class DocumentTests
{
    [Theory, EachDatabase]
    public async Task An_empty_district_has_eight_sections_that_say_what_is_missing(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);

        var document = await here.Document();

        Assert.Equal(Enumerable.Range(1, 8), document.Sections.Select(section => section.Number));
        Assert.All(document.Sections, section => Assert.NotEmpty(section.Blocks));
        Assert.Contains("The vision is not written yet.", document.Words());
        Assert.Contains(
            "No goal is written yet.",
            document.Sections[^1].Blocks.OfType<Listing>().Single().Items
        );
    }

    [Fact]
    public async Task The_document_is_in_the_language_that_was_asked_for()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);

        var document = await here.Document("es");

        Assert.Equal("es", document.Language);
        Assert.Contains("La visión aún no está escrita.", document.Words());
        Assert.Contains("lang=\"es\"", PlanHtml.Article(document));
    }

    [Fact]
    public async Task Of_a_table_too_wide_for_a_phone_each_cell_says_its_column()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var document = await here.Document();
        Grid Of(params string[] head) =>
            new(
                "Table",
                head,
                [
                    ["1", .. head[1..].Select(_ => "x")],
                ]
            );
        string Shown(Grid grid) =>
            PlanHtml.Article(
                document with
                {
                    Sections = [document.Sections[0] with { Blocks = [grid] }],
                }
            );

        Assert.DoesNotContain("data-label", Shown(Of("One", "Two", "Three")));
        var wide = Shown(Of("One", "Two", "Three <&> \"four\"", "Five"));
        Assert.Contains("<th scope=\"row\">1</th><td data-label=\"Two\">x</td>", wide);
        Assert.Contains("data-label=\"Three &lt;&amp;&gt; &quot;four&quot;\"", wide);
    }

    [Fact]
    public async Task What_the_team_wrote_stands_in_its_section_and_a_draft_says_that_it_is_one()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Fill();

        var document = await here.Document();

        Assert.Contains(new LargeSentence("Every student computes."), document.Sections[1].Blocks);
        Assert.Contains(
            new Gap("This vision is a draft. It has not been shared outside the team yet."),
            document.Sections[1].Blocks
        );
        Assert.Contains(
            document.Sections[3].Blocks.OfType<Grid>(),
            grid => grid.Rows.Any(row => row[0] == "1. Every student computes. Question?")
        );
        var actions = Assert.Single(document.Sections[4].Blocks.OfType<Grid>());
        Assert.Equal(
            ["Every student computes. Action", "Dana Lead", "October 14, 2026", "not begun"],
            actions.Rows.Single()
        );
        Assert.Contains("Time (not asked for yet)", document.Words());
        Assert.Contains("A draft. The team has not agreed to it yet.", document.Words());
    }

    [Fact]
    public async Task A_goal_is_a_heading_with_its_facts_and_with_the_former_words_of_a_revised_one()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var text = new GoalText
        {
            Statement = "Every grade 8 student completes a course.",
            Kind = GoalKind.Access,
            Horizon = "short",
            Measure = "Completions\nin June",
            Pictures = new()
            {
                ["short"] = "A visitor sees it.",
                ["long"] = "Nobody calls it new.",
            },
        };
        var goal = (await here.Goal(text)).Done();
        (
            await here.In<FinalizeGoal, Outcome<Nothing>>(use =>
                use.Do(goal, 1, here.By(here.Lead))
            )
        ).Done();
        var revised = text with
        {
            Statement = "Every grade 7 student completes a course.",
            Version = 2,
        };
        (await here.Revise(goal, revised, "Grade 8 is too late.")).Done();

        var blocks = (await here.Document()).Sections[2].Blocks;

        var at = blocks.ToList().IndexOf(new Heading(3, revised.Statement));
        var facts = Assert.IsType<Facts>(blocks[at + 1]).All;
        Assert.Equal(
            [
                new Fact("We will know by", "Completions\nin June"),
                new Fact(
                    "Success looks like",
                    "Short term: A visitor sees it.\nLong term: Nobody calls it new."
                ),
                new Fact("It used to say", $"{text.Statement} (until September 14, 2026)"),
                new Fact("What we learned", "Grade 8 is too late."),
            ],
            facts
        );
        Assert.DoesNotContain(blocks, block => block is Paragraph { Quiet: true });
    }

    [Fact]
    public async Task A_fact_of_several_lines_has_a_paragraph_for_each_and_no_markup_of_its_writer()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var document = await here.Document();
        var facts = new Facts([new Fact("A", "one"), new Fact("<b>", "two\n<i>three</i>")]);

        Assert.Contains(
            "<dl class=\"tl-facts\"><div><dt>A</dt><dd>one</dd></div><div><dt>&lt;b&gt;</dt><dd><p>two</p><p>&lt;i&gt;three&lt;/i&gt;</p></dd></div></dl>",
            PlanHtml.Article(
                document with
                {
                    Sections = [document.Sections[0] with { Blocks = [facts] }],
                }
            )
        );
    }

    [Fact]
    public async Task Without_names_a_member_is_a_part_in_the_team_and_a_role_stays_as_written()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Fill();

        var words = (await here.Document(names: false)).Words();

        Assert.DoesNotContain(words, word => word.Contains("Dana", StringComparison.Ordinal));
        Assert.Contains("the team", words);
        Assert.Contains("Superintendent", words);
    }

    [Fact]
    public async Task Fewer_than_ten_students_are_not_counted_out()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Write(
            here.District,
            db =>
            {
                var figure = new EnrollmentFigure
                {
                    DistrictId = here.District,
                    Id = Id.New<EnrollmentFigureId>(),
                    SchoolId = here.School,
                    EndYear = 2026,
                    Measure = "total",
                    Count = 7,
                };
                db.Add(figure);
                db.Happened("enrollment.listed", figure);
            }
        );

        var schools = (await here.Document()).Sections[0].Blocks.OfType<Grid>().First();

        Assert.Equal(["Riverside Middle", "6, 7, 8", "fewer than 10"], schools.Rows.Single());
    }

    [Fact]
    public async Task The_tree_comes_back_from_its_json_as_it_was()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Fill();
        var json = PlanJson.Write(await here.Document());

        Assert.Equal(json, PlanJson.Write(PlanJson.Read(json)));
    }
}
