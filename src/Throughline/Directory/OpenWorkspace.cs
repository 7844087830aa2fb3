using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Directory;

/// <summary>
/// Opens a district's workspace: its schools and their figures come along from the directory, and whoever opens it leads it.
/// A district that no directory lists is opened by name and state.
/// </summary>
public sealed class OpenWorkspace(ThroughlineDb db, DirectoryQueries directory) : IUseCase
{
    public const int NameLimit = 200;

    public sealed record Input(string? Key, string? Name, string? State);

    public async Task<Outcome<string>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var id = Id.New<DistrictId>();
        await db.Enter(id, doing.Who, cancel);
        return await db.Write<string>(doing, () => Open(id, input, doing, cancel), cancel);
    }

    private async Task<Outcome<string>> Open(
        DistrictId id,
        Input input,
        Doing doing,
        CancellationToken cancel
    )
    {
        var preview = input.Key is null ? null : await directory.Preview(input.Key, cancel);
        if (input.Key is not null && preview is null)
        {
            return Outcome.Unknown;
        }

        var name = preview?.District.Name ?? input.Name?.Trim() ?? "";
        if (Refusal(preview, name, input.State) is { } refusal)
        {
            return refusal;
        }

        if (
            preview is not null
            && await db.Set<District>().AnyAsync(row => row.OrgCode == preview.Code, cancel)
        )
        {
            return Outcome.Refused(FoundingSentences.AlreadyHere(name));
        }

        var who = await db.Set<Person>()
            .AsNoTracking()
            .FirstAsync(row => row.Id == doing.Who, cancel);
        var district = new District
        {
            Id = id,
            Slug = await FreeSlug(Slug.Of(name), cancel),
            Name = name,
            OrgCode = preview?.Code,
            State = preview?.District.State ?? input.State!,
            Town = preview?.District.Town,
            FoundedAt = doing.When,
        };
        db.Add(district);
        db.Happened("district.opened", "district", id.Value, name);
        foreach (var school in preview?.Schools ?? [])
        {
            AddSchool(id, school, preview!.District.EndYear);
        }

        var membership = new Membership
        {
            DistrictId = id,
            Id = Id.New<MembershipId>(),
            PersonId = who.Id,
            Role = Role.Lead,
            NameThen = who.Name,
        };
        db.Add(membership);
        db.Happened("membership.began", membership);
        return district.Slug;
    }

    private void AddSchool(DistrictId id, SchoolPreview listed, int endYear)
    {
        var school = new School
        {
            DistrictId = id,
            Id = Id.New<SchoolId>(),
            OrgCode = listed.Key[(listed.Key.IndexOf(':', StringComparison.Ordinal) + 1)..],
            Name = listed.Name,
            Town = listed.Town,
            GradesServed = listed.GradesServed,
        };
        db.Add(school);
        db.AddRange(
            listed.Figures.Select(figure => new EnrollmentFigure
            {
                DistrictId = id,
                Id = Id.New<EnrollmentFigureId>(),
                SchoolId = school.Id,
                EndYear = endYear,
                Measure = figure.Key,
                Count = figure.Value,
            })
        );
    }

    private static Refusal? Refusal(DistrictPreview? preview, string name, string? state) =>
        preview is not null ? null
        : name.Length == 0 ? Outcome.Refused(FoundingSentences.EnterAName, nameof(Input.Name))
        : name.Length > NameLimit
            ? Outcome.Refused(FoundingSentences.NameTooLong, nameof(Input.Name))
        : state is not { Length: 2 }
            ? Outcome.Refused(FoundingSentences.ChooseAState, nameof(Input.State))
        : null;

    private async Task<string> FreeSlug(string wanted, CancellationToken cancel)
    {
        var taken = await db.Set<District>()
            .Where(row => row.Slug.StartsWith(wanted))
            .Select(row => row.Slug)
            .ToListAsync(cancel);
        return taken.Contains(wanted)
            ? Enumerable
                .Range(2, taken.Count + 1)
                .Select(n => $"{wanted}-{n}")
                .First(slug => !taken.Contains(slug))
            : wanted;
    }
}
