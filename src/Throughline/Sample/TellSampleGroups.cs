using Throughline.Data;
using Throughline.Engagement;
using Throughline.Engagement.Communications;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Sample;

/// <summary>The decision on the grade is told: to the teachers already, to the families soon, with what they will ask.</summary>
internal sealed class TellSampleGroups(
    KeepCommunication keep,
    SettleCommunication settle,
    EngagementQueries engagement
) : IUseCase
{
    public async Task Do(
        SampleStory story,
        IReadOnlyList<DecisionId> decisions,
        CancellationToken cancel
    )
    {
        var groups = await engagement.Groups(cancel);
        StakeholderGroupId Of(string name) => groups.First(group => group.Name == name).Id;
        var grade = decisions[SampleDecisions.WhichGradeAnew];
        var teachers = SampleStory.Done(
            await keep.Do(
                new()
                {
                    Subject = "Grade 7 it is: what that asks of the schedule",
                    Audience = Of("Teachers of grades 6 to 8"),
                    Decision = grade,
                    KeyMessage =
                        "The course is in grade 7, in the elective block, at Riverside and Hill first. Nobody teaches it without the summer institute. Who wants to may sit in this spring.",
                    Channel = CommunicationChannel.Meeting,
                    Messenger = SamplePeople.Luis.Name,
                    Language = "en",
                    On = story.Days.On(8),
                    Questions =
                    [
                        new(
                            "Which elective gives way?",
                            "None this year: the block has one free period at both schools.",
                            false
                        ),
                    ],
                },
                story.By(SamplePeople.Luis, 7, "17:05"),
                cancel
            )
        );
        SampleStory.Done(
            await settle.Do(
                new(teachers, story.Days.On(8)),
                story.By(SamplePeople.Luis, 8, "15:50"),
                cancel
            )
        );
        SampleStory.Done(
            await keep.Do(
                new()
                {
                    Subject = "Computing in grade 7: free of charge, for every child",
                    Audience = Of("Families of English learners"),
                    Decision = grade,
                    KeyMessage =
                        "From next fall your child learns computing in grade 7 at Riverside and Hill. It costs nothing, no computer at home is needed, and lessons are also explained in Portuguese and Spanish.",
                    Channel = CommunicationChannel.Meeting,
                    Messenger = "Ms. Duarte, parish of St. Anthony",
                    Language = "pt",
                    On = story.Days.On(13),
                    Questions =
                    [
                        new(
                            "Does my child lose English support for it?",
                            "No. The support stays where it is; computing is in the elective block.",
                            true
                        ),
                        new(
                            "Do we need a computer at home?",
                            "No. Everything is done at school, and there is no homework on a screen.",
                            true
                        ),
                        new("Is there a grade for it?", null, false),
                    ],
                },
                story.By(SamplePeople.Dana, 9, "15:55"),
                cancel
            )
        );
    }
}
