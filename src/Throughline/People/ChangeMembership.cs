using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Gives a member another role, school or part in the team.</summary>
public sealed class ChangeMembership(ThroughlineDb db) : IUseCase
{
    public sealed record Input(
        MembershipId Id,
        int Version,
        Role? Role,
        SchoolId? School,
        string? TeamRole
    );

    public Task<Outcome<string>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var membership = await db.Set<Membership>()
                    .FirstOrDefaultAsync(
                        row => row.DistrictId == db.District && row.Id == input.Id,
                        cancel
                    );
                if (membership is null)
                {
                    return Outcome.Unknown;
                }

                if (membership.Version != input.Version)
                {
                    return new Conflict(
                        membership.Version,
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            [nameof(input.Role)] = membership.Role.ToString(),
                            [nameof(input.School)] = membership.SchoolId?.ToString(),
                            [nameof(input.TeamRole)] = membership.TeamRole,
                        }
                    );
                }

                var refusals = await TeamPlace.Check(
                    db,
                    input.Role,
                    input.School,
                    input.TeamRole,
                    cancel
                );
                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var stays = input is { Role: Role.Lead, School: null };
                if (
                    TeamPlace.Leads(membership)
                    && !stays
                    && !await TeamPlace.SomebodyElseLeads(db, membership, cancel)
                )
                {
                    return Outcome.Refused(PeopleSentences.LastLead, nameof(input.Role));
                }

                membership.Role = input.Role!.Value;
                membership.SchoolId = input.School;
                membership.TeamRole = string.IsNullOrEmpty(input.TeamRole) ? null : input.TeamRole;
                db.Happened("membership.changed", membership);
                return membership.NameThen;
            },
            cancel
        );
}

/// <summary>Takes a member out of the team, from the next request on. Undone by <see cref="BringMemberBack"/>.</summary>
public sealed class RemoveMember(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(
        MembershipId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var membership = await db.Set<Membership>()
                    .FirstOrDefaultAsync(
                        row => row.DistrictId == db.District && row.Id == id,
                        cancel
                    );
                if (membership is null)
                {
                    return Outcome.Unknown;
                }

                if (
                    TeamPlace.Leads(membership)
                    && !await TeamPlace.SomebodyElseLeads(db, membership, cancel)
                )
                {
                    return Outcome.Refused(PeopleSentences.LastLead);
                }

                membership.Remove(doing);
                db.Happened("membership.removed", membership);
                return membership.NameThen;
            },
            cancel
        );
}

/// <summary>Undoes a removal, unless the person has joined again meanwhile.</summary>
public sealed class BringMemberBack(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(
        MembershipId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var membership = await db.Set<Membership>()
                    .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                    .FirstOrDefaultAsync(
                        row =>
                            row.DistrictId == db.District && row.Id == id && row.RemovedAt != null,
                        cancel
                    );
                if (membership is null)
                {
                    return Outcome.Unknown;
                }

                var isBack = await db.Set<Membership>()
                    .AnyAsync(
                        row => row.DistrictId == db.District && row.PersonId == membership.PersonId,
                        cancel
                    );
                if (!isBack)
                {
                    membership.BringBack();
                    db.Happened("membership.returned", membership);
                }

                return membership.NameThen;
            },
            cancel
        );
}
