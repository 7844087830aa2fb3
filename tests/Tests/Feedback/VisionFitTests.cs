using Throughline.Direction;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Process.Content;
using Throughline.Testing;

namespace Throughline.Tests.Feedback;

/// <summary>A larger group is asked of each goal whether it leads to the vision, in the district's own words.</summary>
public sealed class VisionFitTests
{
    [Theory, EachDatabase]
    public async Task The_vision_stands_at_the_head_and_each_goal_of_the_district_in_a_row(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var empty = await Filled(here);
        Assert.Equal(["whole"], Matrix(empty).Rows.Select(row => row.Code));

        await Write(here, "<b>Every</b> student builds something.", null);
        await Write(here, "The school's own goal.", here.School);
        await Write(here, "Every teacher is trained.", null);
        await here.In<WriteVision, Outcome<int>>(use =>
            use.Do(
                new WriteVision.Input(new string('v', QuestionnaireCheck.TextLimit + 500), 0),
                here.By(here.Lead)
            )
        );
        var form = await Filled(here);

        Assert.Equal(
            ["<b>Every</b> student builds something.", "Every teacher is trained."],
            Matrix(form).Rows.Skip(1).Select(row => row.Text.In("en"))
        );
        Assert.StartsWith("vvv", form.Sections[0].Text.In("en"), StringComparison.Ordinal);
        Assert.Empty(QuestionnaireCheck.Of(form));
    }

    private static Question Matrix(Questionnaire form) =>
        form.Questions.Single(question => question.Kind == QuestionKind.Matrix);

    private static Task<Questionnaire> Filled(TestWorkspace here) =>
        here.In<VisionFit, Questionnaire>(fit =>
            fit.Fill(
                new QuestionnaireLibrary(new ContentFolder(Repository.Content)).Read(
                    VisionFit.Code
                ),
                "en",
                CancellationToken.None
            )
        );

    private static async Task Write(TestWorkspace here, string statement, SchoolId? school) =>
        Assert.IsType<Outcome<GoalId>.Done>(
            await here.In<WriteGoal, Outcome<GoalId>>(use =>
                use.Do(
                    new()
                    {
                        Statement = statement,
                        Kind = GoalKind.Access,
                        Horizon = "short",
                        School = school,
                    },
                    here.By(here.Lead)
                )
            )
        );
}
