using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Logos;

namespace Throughline.Sample;

/// <summary>The town, its schools and their figures, opened by its lead; then the words, the band and the days it works by.</summary>
internal sealed class FoundSampleDistrict(
    ThroughlineDb db,
    ChangeDistrict change,
    SetLaunchDate launch,
    ChooseHorizonSet horizons,
    ShowLogo show,
    DistrictQueries districts
) : IUseCase
{
    public async Task Do(SampleStory story, CancellationToken cancel)
    {
        var opened = story.By(SamplePeople.Dana, SamplePeople.Dana.Day, SamplePeople.Dana.Clock);
        await db.Enter(story.District, opened.Who, cancel);
        SampleStory.Done(await db.Write<Nothing>(opened, () => Open(story, opened), cancel));
        var settings = new ChangeDistrict.Input(
            SampleSchools.District,
            SampleSchools.TimeZone,
            null,
            "6",
            "8",
            story.Days.TeamLaunch,
            0
        );
        SampleStory.Done(
            await change.Do(settings, story.By(SamplePeople.Dana, -5, "9:30"), cancel)
        );
        var afternoon = story.By(SamplePeople.Dana, -5, "16:10");
        SampleStory.Done(await launch.Do(new(story.Days.Launch, 1), afternoon, cancel));
        SampleStory.Done(
            await horizons.Do("years", story.By(SamplePeople.Dana, -4, "11:25"), cancel)
        );
        var logo = new ShowLogo.Input(
            SampleLogo.Draw(),
            SampleLogo.Words,
            (await districts.ById(story.District, cancel))!.Version
        );
        SampleStory.Done(await show.Do(logo, story.By(SamplePeople.Dana, -4, "11:40"), cancel));
    }

    private Task<Outcome<Nothing>> Open(SampleStory story, Doing doing)
    {
        db.Add(
            new District
            {
                Id = story.District,
                Slug = SampleSchools.Slug,
                Name = SampleSchools.District,
                OrgCode = SampleSchools.OrgCode,
                State = SampleSchools.State,
                Town = SampleSchools.Town,
                TimeZone = SampleSchools.TimeZone,
                FoundedAt = doing.When,
                IsInvented = true,
            }
        );
        db.Happened("district.opened", "district", story.District.Value, SampleSchools.District);
        foreach (var school in SampleSchools.All)
        {
            db.Add(
                new School
                {
                    DistrictId = story.District,
                    Id = story.Of(school),
                    OrgCode = school.OrgCode,
                    Name = school.Name,
                    Town = SampleSchools.Town,
                    GradesServed = string.Join(',', school.Grades),
                }
            );
            db.AddRange(school.Figures().Select(figure => FigureOf(story, school, figure)));
        }

        SampleTeam.Join(db, story, SamplePeople.Dana, doing);
        return Task.FromResult<Outcome<Nothing>>(Outcome.Done);
    }

    private static EnrollmentFigure FigureOf(
        SampleStory story,
        SampleSchool school,
        (string Measure, int Count) figure
    ) =>
        new()
        {
            DistrictId = story.District,
            Id = Id.New<EnrollmentFigureId>(),
            SchoolId = story.Of(school),
            EndYear = story.Days.ReportedYear,
            Measure = figure.Measure,
            Count = figure.Count,
        };
}
