using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;
using Throughline.Plan;
using Throughline.Process;

namespace Throughline.Tests.Sample;

/// <summary>Everything that the pages show of the sample, as view records.</summary>
internal static class SampleViews
{
    public static async Task<IReadOnlyList<object>> All(this SampleWorkspace here)
    {
        var english = LanguageFiles.Default;
        var direction = await here.In<DirectionQueries, DirectionForPlan>(use =>
            use.ForPlan(here.District, english)
        );
        var values = direction.Values with { Own = direction.Values.Team };
        return
        [
            here.District,
            direction with
            {
                Gaps = [],
                VisionRevisits = [],
                Values = values,
            },
            .. await here.In<SchoolQueries, IReadOnlyList<SchoolLine>>(use => use.All()),
            .. await here.In<TeamQueries, List<Throughline.People.TeamMember>>(use =>
                use.Members()
            ),
            .. await here.In<TeamQueries, List<PendingInvitation>>(use => use.Pending()),
            .. await here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use => use.All()),
            .. await here.In<PlanQueries, IReadOnlyList<ActionView>>(use => use.Actions()),
            .. await here.In<PlanQueries, IReadOnlyList<ResponsibilityView>>(use =>
                use.Responsibilities()
            ),
            .. await here.In<ProcessQueries, List<AnswerView>>(use => use.AllAnswers()),
            await here.In<PlanQueries, PlanView>(use => use.Plan(null)),
            (await here.In<PlanQueries, ArrangementView?>(use => use.Arrangement()))!,
        ];
    }
}
