using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Directory;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Plan;
using Throughline.Process;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>Puts the plan document together from what the team wrote. It reads; the words and the order come from the sections.</summary>
public sealed class AssemblePlan(
    ThroughlineDb db,
    DirectionQueries directions,
    PlanDocumentQueries plans,
    ProcessQueries process,
    ProcessLibrary library,
    TeamQueries team,
    DocumentLogo logos
) : IQueries
{
    public async Task<PlanDocument> Document(PlanWanted wanted, CancellationToken cancel = default)
    {
        var language = wanted.Texts.Language;
        var material = new PlanMaterial(
            wanted,
            await Schools(cancel),
            await directions.ForPlan(wanted.District, language, wanted.School, cancel),
            await plans.Document(wanted.School, cancel),
            await plans.Gaps(wanted.School, wanted.Today, cancel),
            await process.AllAnswers(wanted.School, cancel),
            library.Edition(wanted.District.ProcessEdition, language),
            await team.Members(cancel)
        );
        var document = PlanComposition.Of(material) with
        {
            Logo = await logos.Of(wanted.District, cancel),
        };
        return document.Map(SafeText.Clean);
    }

    private async Task<IReadOnlyList<SchoolLine>> Schools(CancellationToken cancel)
    {
        var schools = await db.Set<School>()
            .AsNoTracking()
            .OrderBy(row => row.Name)
            .Select(row => new
            {
                row.Id,
                row.Name,
                row.GradesServed,
            })
            .ToListAsync(cancel);
        var totals = await db.Set<EnrollmentFigure>()
            .AsNoTracking()
            .Where(row => row.Measure == Measures.Total)
            .Select(row => new
            {
                row.SchoolId,
                row.EndYear,
                row.Count,
            })
            .ToListAsync(cancel);
        var latest = totals
            .GroupBy(row => row.SchoolId)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.EndYear)!);
        return
        [
            .. schools.Select(school =>
            {
                var total = latest.GetValueOrDefault(school.Id);
                return new SchoolLine(
                    school.Id,
                    school.Name,
                    school.GradesServed,
                    total?.Count,
                    total?.EndYear
                );
            }),
        ];
    }
}
