using Throughline.Kernel;
using Throughline.Publishing.Rendering;
using Throughline.Publishing.Tree;
using Throughline.Testing;

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
