namespace Throughline.Process.Content;

/// <summary>
/// A typical decision to start a decision map from. Roles carry the names of team roles and bodies, such as `CsTeacher` or
/// `SchoolCommittee`; <see cref="LeadDays"/> is counted back from the launch.
/// </summary>
public sealed record DecisionStarter(
    string Code,
    string Question,
    ContentLevel Level,
    string Reason,
    string Decider,
    IReadOnlyList<string> Recommends,
    IReadOnlyList<string> Advises,
    IReadOnlyList<string> Informed,
    int LeadDays,
    bool NeedsBroadSupport
);

public sealed record DecisionStarters(Wording Wording, IReadOnlyList<DecisionStarter> Decisions)
{
    internal static DecisionStarters From(ContentNode structure, TextSource texts)
    {
        List<DecisionStarter> decisions =
        [
            .. structure.ItemsOf("decisions").Select(decision => DecisionOf(decision, texts)),
        ];
        return new DecisionStarters(texts.Wording, decisions);
    }

    static DecisionStarter DecisionOf(ContentNode decision, TextSource texts)
    {
        var code = decision.Need("code");
        return new DecisionStarter(
            code,
            texts.Text("decisions", code, "question"),
            decision.Word<ContentLevel>("level"),
            texts.Text("decisions", code, "reason"),
            decision.Need("decider"),
            decision.List("recommends"),
            decision.List("advises"),
            decision.List("informed"),
            decision.Number("lead") ?? 0,
            decision.Text("broad") == "true"
        );
    }
}
