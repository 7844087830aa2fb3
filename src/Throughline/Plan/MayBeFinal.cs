using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>What stands between a decision and its being final. Pure, so that it can be read and tested alone.</summary>
public static class MayBeFinal
{
    public static List<Refusal> Check(
        Decision decision,
        SchoolId? school,
        IReadOnlyList<Consultation> groups,
        Team team,
        DecideDecision.Input input,
        Doing doing
    )
    {
        List<Refusal> refusals =
        [
            .. PlanText.TooLong(
                (nameof(input.Outcome), input.Outcome, PlanText.Prose),
                (nameof(input.Reason), input.Reason, PlanText.Prose)
            ),
        ];
        void Refuse(Sentence sentence, string? field = null) =>
            refusals.Add(Outcome.Refused(sentence, field));
        if (decision.State != DecisionState.Open)
        {
            Refuse(PlanSentences.AlreadyDecided);
            return refusals;
        }

        if (decision.DeciderName is null)
        {
            Refuse(PlanSentences.NameADecider);
        }

        if (
            team.Member(decision.DeciderId) is { SchoolId: { } own } decider
            && (decision.Level == PlanLevel.System || (school is not null && school != own))
        )
        {
            Refuse(PlanSentences.DeciderIsOfASchool(decider.Name));
        }

        if (PlanText.Clean(input.Outcome) is null)
        {
            Refuse(PlanSentences.EnterAnOutcome, nameof(input.Outcome));
        }

        if (PlanText.Clean(input.Reason) is null)
        {
            Refuse(PlanSentences.EnterAReason, nameof(input.Reason));
        }

        // A day of grace: the district's today may be the server's tomorrow.
        if (input.DecidedOn > DateOnly.FromDateTime(doing.When).AddDays(1))
        {
            Refuse(PlanSentences.DayIsAhead, nameof(input.DecidedOn));
        }

        if (decision.BroadSupportSince is not null)
        {
            CheckSupport(school, groups, team, doing, Refuse);
        }

        return refusals;
    }

    private static void CheckSupport(
        SchoolId? school,
        IReadOnlyList<Consultation> groups,
        Team team,
        Doing doing,
        Action<Sentence, string?> refuse
    )
    {
        var waiting = groups.Where(group => !group.IsSettled).Select(group => group.Group).ToList();
        if (waiting.Count > 0)
        {
            refuse(PlanSentences.WaitsForGroups(string.Join(", ", waiting)), null);
        }

        var mayFinalize = team.Members.Any(member =>
            member.PersonId == doing.Who && member.RoleAt(school) >= PlanPermissions.FinalizeBroad
        );
        if (!mayFinalize && doing.Who != PersonId.Server)
        {
            refuse(PlanSentences.OnlyALeadDecides, null);
        }
    }
}
