using Throughline.Plan;

namespace Throughline.Sample;

/// <summary>The decisions to make, in the order of their numbers; the eleventh asks the first one anew.</summary>
internal static class SampleDecisions
{
    public const int WhichGrade = 0;
    public const int OneCourse = 2;
    public const int CartsOrLaptops = 4;
    public const int ScienceOrLibrary = 6;
    public const int Advisory = 8;

    /// <summary>The first, asked anew.</summary>
    public const int WhichGradeAnew = 10;
    public const string WhichGradeFirst = "Which grade has the new computing course first?";
    public const string ScienceOrLibraryTime =
        "Do the ten elementary lessons belong in science time or in library time?";
    public const string GradeReason =
        "Fourteen of the 31 middle school teachers we asked say that grade 8 comes after students have chosen their high school courses.";

    private const string MiddleSchoolTeachers = "Middle school teachers";

    public static IReadOnlyList<(
        SamplePerson Who,
        int Day,
        string Clock,
        RecordDecision.Input Input
    )> All(SampleDays days) =>
        [
            (
                SamplePeople.Dana,
                0,
                "15:20",
                new()
                {
                    Question = WhichGradeFirst,
                    LevelReason =
                        "Students move between the two middle schools, so it has to be the same grade at both.",
                    Decider = SamplePeople.Anita.Name,
                    Recommend = SamplePeople.Luis.Name,
                    Advise = $"{SamplePeople.Folake.Name}\n{SamplePeople.Marcus.Name}",
                    Inform = $"{MiddleSchoolTeachers}\nSchool Committee",
                    NeededOn = days.On(7),
                }
            ),
            (
                SamplePeople.Luis,
                2,
                "15:10",
                new()
                {
                    Question = "Which curriculum do we teach in the first year of the course?",
                    LevelReason = "One curriculum lets six teachers plan together.",
                    Decider = SamplePeople.Anita.Name,
                    Recommend = SamplePeople.Luis.Name,
                    Advise = $"{SamplePeople.Grace.Name}\n{MiddleSchoolTeachers}",
                    Inform = "School Committee",
                    LeadDays = 140,
                }
            ),
            (
                SamplePeople.Dana,
                2,
                "16:05",
                new()
                {
                    Question = "One course for everyone, or a choice of two electives?",
                    LevelReason = "It changes the schedule of both middle schools.",
                    Decider = SamplePeople.Margaret.Name,
                    Recommend = SamplePeople.Dana.Name,
                    Advise = $"{SamplePeople.Folake.Name}\n{SamplePeople.Marcus.Name}",
                    Inform = "Grade 6 families",
                    WantsToKnow = "School Committee",
                    BroadSupport = true,
                    Consult = $"{MiddleSchoolTeachers}\nCounselors\nFamilies who speak Portuguese",
                    NeededOn = days.On(18),
                }
            ),
            (
                SamplePeople.Folake,
                3,
                "7:40",
                new()
                {
                    Question =
                        "How many periods a week does the course meet, and in which half of the year?",
                    LevelReason =
                        "Buses and shared teachers tie the two schools' schedules together.",
                    Decider = SamplePeople.Anita.Name,
                    Recommend = SamplePeople.Folake.Name,
                    Advise = MiddleSchoolTeachers,
                    Inform = $"{SamplePeople.Marcus.Name}\n{SamplePeople.Samnang.Name}",
                    LeadDays = 135,
                }
            ),
            (
                SamplePeople.Samnang,
                3,
                "9:55",
                new()
                {
                    Question =
                        "Do students take the course on carts in the classroom or on laptops of their own?",
                    LevelReason = "The district buys and insures all devices.",
                    Decider = SamplePeople.Samnang.Name,
                    Recommend = "Technology staff",
                    Advise = $"{SamplePeople.Luis.Name}\n{SamplePeople.Grace.Name}",
                    Inform = "Finance office",
                    LeadDays = 110,
                }
            ),
            (
                SamplePeople.Luis,
                3,
                "14:30",
                new()
                {
                    Question = "Which teachers go to the summer institute?",
                    Level = PlanLevel.School,
                    LevelReason = "Principals know who wants to, and who can leave home in July.",
                    Decider = "Each middle school principal",
                    Recommend = SamplePeople.Luis.Name,
                    Advise = MiddleSchoolTeachers,
                    Inform = $"{SamplePeople.Anita.Name}\nTeachers' union",
                    LeadDays = 120,
                }
            ),
            (
                SamplePeople.Grace,
                4,
                "15:30",
                new()
                {
                    Question = ScienceOrLibraryTime,
                    LevelReason =
                        "Librarians serve several schools, so their time is shared across the district.",
                    Decider = SamplePeople.Anita.Name,
                    Recommend = SamplePeople.Grace.Name,
                    Advise = $"{SamplePeople.Hannah.Name}\nElementary principals",
                    Inform = "Elementary teachers",
                    NeededOn = days.On(9),
                }
            ),
            (
                SamplePeople.Dana,
                4,
                "16:20",
                new()
                {
                    Question = "Who tells families about the course first, and in which languages?",
                    LevelReason = "Families with children in two schools should hear it once.",
                    Decider = SamplePeople.Dana.Name,
                    Recommend = SamplePeople.Rosangela.Name,
                    Advise = $"{SamplePeople.Marcus.Name}\nFamily liaisons",
                    Inform = "Elementary principals",
                    NeededOn = days.On(8),
                }
            ),
            (
                SamplePeople.Folake,
                5,
                "7:35",
                new()
                {
                    Question =
                        "Does advisory move to period 7 at Hill to make room for the course?",
                    Level = PlanLevel.School,
                    LevelReason = "Riverside has a free block; only Hill has to move something.",
                    Decider = SamplePeople.Folake.Name,
                    Recommend = "Hill schedule team",
                    Advise = $"{SamplePeople.Marcus.Name}\nHill teachers",
                    Inform = "Hill families",
                    NeededOn = days.On(17),
                }
            ),
            (
                SamplePeople.Marcus,
                6,
                "15:15",
                new()
                {
                    Question =
                        "Which high school courses count toward the definition of competency?",
                    LevelReason = "The School Committee approves the program of studies.",
                    Decider = "School Committee",
                    Recommend = SamplePeople.Margaret.Name,
                    Advise = $"{SamplePeople.Luis.Name}\n{SamplePeople.Marcus.Name}",
                    Inform = "High school families",
                    LeadDays = 90,
                }
            ),
        ];

    public static RecordDecision.Input Last =>
        new()
        {
            Question = "Who takes over when a trained teacher leaves during the year?",
            LevelReason = "A substitute may have to come from the other school.",
            Decider = SamplePeople.Anita.Name,
            Recommend = $"{SamplePeople.Folake.Name}\nRiverside principal",
            Advise = SamplePeople.Luis.Name,
            Inform = "Teachers' union",
            LeadDays = 60,
        };

    public static IReadOnlyList<WeighOptions.Line> Grades =>
        [
            new()
            {
                Text = "Grade 6",
                Pro = "Earliest, and before habits form.",
                Con = "Grade 6 has a new reading block this year.",
            },
            new()
            {
                Text = "Grade 7",
                Pro = "Before students choose high school courses; the elective block is free.",
                Con = "Two of the six teachers would have to change grades.",
            },
            new()
            {
                Text = "Grade 8",
                Pro = "Three teachers are ready now.",
                Con = "Over too late for high school course choices in February.",
            },
        ];

    public static IReadOnlyList<WeighOptions.Line> Times =>
        [
            new()
            {
                Text = "Science time",
                Pro = "Every teacher has it, and the state test rewards it.",
                Con = "Grade 5 would lose two weeks of labs.",
            },
            new()
            {
                Text = "Library time",
                Pro = "Librarians want to teach it and already log lessons.",
                Con = "Brook Street shares its librarian with Canal.",
            },
            new()
            {
                Text = "Five lessons in each",
                Pro = "Neither loses much, and two adults know the students' work.",
                Con = "The two have to plan together.",
            },
        ];
}
