using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Publishing;
using Throughline.Publishing.Assembling;
using Throughline.Publishing.Tree;
using Throughline.Publishing.Workbooks;
using Throughline.Testing;

namespace Throughline.Tests.Publishing;

/// <summary>A district with something of everything in its plan, and the module's use cases in one line each.</summary>
internal static class PublishingBed
{
    public const string Site = "https://plans.example";

    public static readonly DateOnly Today = new(2026, 9, 14);

    public static async Task Fill(this TestWorkspace here, string words = "Every student computes.")
    {
        Done(
            await here.In<WriteVision, Outcome<int>>(use =>
                use.Do(new WriteVision.Input(words, 0), here.By(here.Lead))
            )
        );
        var goal = Done(
            await here.In<WriteGoal, Outcome<GoalId>>(use =>
                use.Do(
                    new GoalText
                    {
                        Statement = words + " Goal",
                        Kind = GoalKind.Access,
                        Horizon = "short",
                        Measure = "Completions",
                    },
                    here.By(here.Lead)
                )
            )
        );
        Done(
            await here.In<RecordDecision, Outcome<DecisionId>>(use =>
                use.Do(
                    new()
                    {
                        Question = words + " Question?",
                        Decider = "Superintendent",
                        Advise = "Dana Lead\nTeachers",
                    },
                    here.By(here.Lead)
                )
            )
        );
        Done(
            await here.In<RecordAction, Outcome<ActionItemId>>(use =>
                use.Do(
                    new()
                    {
                        What = words + " Action",
                        Goal = goal,
                        Owner = "Dana Lead",
                        Due = Today.AddDays(30),
                    },
                    here.By(here.Lead)
                )
            )
        );
        Done(
            await here.In<RecordResponsibility, Outcome<ResponsibilityId>>(use =>
                use.Do(
                    new()
                    {
                        What = words + " Duty",
                        Holder = "Principals",
                        Support = "Time",
                    },
                    here.By(here.Lead)
                )
            )
        );
        Done(await here.Answer("team", "team-charge", words + " Charge"));
    }

    public static Task<Outcome<int>> Answer(
        this TestWorkspace here,
        string step,
        string prompt,
        string text,
        int version = 0
    ) =>
        here.In<AnswerPrompt, Outcome<int>>(use =>
            use.Do(new AnswerPrompt.Input(step, prompt, text, version), here.By(here.Lead))
        );

    public static async Task<PlanDocument> Document(
        this TestWorkspace here,
        string language = "en",
        bool names = true,
        SchoolId? school = null
    )
    {
        var district = await here.District();
        return await here.In<AssemblePlan, PlanDocument>(use =>
            use.Document(
                new PlanWanted(district, here.Texts(language), Today, school, ShowNames: names)
            )
        );
    }

    public static async Task<DistrictView> District(this TestWorkspace here) =>
        (await here.In<DistrictQueries, DistrictView?>(use => use.ById(here.District)))!;

    public static Texts Texts(this TestWorkspace here, string language = "en") =>
        ((LanguageFiles)here.Services.GetService(typeof(LanguageFiles))!).In(language);

    public static Task<Outcome<int>> Publish(
        this TestWorkspace here,
        int number,
        string title = "Computing for every student"
    ) =>
        here.In<PublishPlan, Outcome<int>>(use =>
            use.Do(
                new PublishPlan.Input(number, title, "Grade 7 comes first.", "en", Site),
                here.By(here.Lead)
            )
        );

    public static async Task<PublishedView> Version(this TestWorkspace here, int number) =>
        (await here.In<PublishedQueries, PublishedView?>(use => use.Version(number)))!;

    public static async Task<Workbook> Workbook(this TestWorkspace here, bool isFilled)
    {
        var district = await here.District();
        return await here.In<AssembleWorkbook, Workbook>(use =>
            use.Of(district, here.Texts(), Today, isFilled)
        );
    }

    public static T Done<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException($"Expected Done, was {outcome}.");

    /// <summary>Every text of the tree.</summary>
    public static List<string> Words(this PlanDocument document)
    {
        var words = new List<string>();
        document.Map(text =>
        {
            words.Add(text);
            return text;
        });
        return words;
    }
}
