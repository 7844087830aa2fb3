using Throughline.Plan;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>4: what has to be decided, by whom and by when; what was decided and why; who has which part.</summary>
internal static class DecisionSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var blocks = new List<Block>();
        var (given, own) = (material.Plan.Given, material.Plan.Decisions);
        if (given.Count > 0)
        {
            blocks.Add(new Heading(2, material.Say("decisions-given")));
            blocks.Add(Register(material, material.Say("decisions-given"), given));
        }

        if (own.Count == 0)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-decisions"]));
            return blocks;
        }

        blocks.Add(Register(material, material.Say("section.decisions"), own));
        Decided(material, blocks, [.. own.Where(one => one.State == DecisionState.Decided)]);
        var parts = own.Where(one => one.Inputs.Count > 0).ToList();
        if (parts.Count > 0)
        {
            blocks.Add(Map(material, parts));
        }

        return blocks;
    }

    private static Grid Register(
        PlanMaterial material,
        string caption,
        IReadOnlyList<DecisionView> decisions
    ) =>
        new(
            caption,
            [
                material.Say("column.decision"),
                material.Say("column.decider"),
                material.Say("column.by"),
                material.Say("column.state"),
            ],
            [
                .. decisions.Select(
                    IReadOnlyList<string> (one) =>
                        [
                            NameOf(one),
                            material.Named(one.DeciderId, one.Decider) ?? material.Say("nobody"),
                            material.DayOr(one.NeededBy, "no-day"),
                            StateOf(material, one),
                        ]
                ),
            ],
            IsNamedAbove: true
        );

    private static string NameOf(DecisionView one) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{one.Number}. {one.Question}"
        );

    private static string StateOf(PlanMaterial material, DecisionView one) =>
        one.State switch
        {
            DecisionState.Decided => material.Say("state.decided", one.Outcome),
            DecisionState.Superseded => material.Say("state.superseded"),
            _ when one.IsLate(material.Wanted.Today) => material.Say("state.late"),
            _ => material.Say("state.open"),
        };

    private static void Decided(
        PlanMaterial material,
        List<Block> blocks,
        IReadOnlyList<DecisionView> decided
    )
    {
        if (decided.Count == 0)
        {
            return;
        }

        blocks.Add(new Heading(2, material.Say("decided")));
        foreach (var one in decided)
        {
            blocks.Add(new Paragraph(one.Outcome ?? "", NameOf(one)));
            if (!string.IsNullOrEmpty(one.OutcomeReason))
            {
                blocks.Add(
                    new Paragraph(material.Say("decided-why", one.OutcomeReason), Quiet: true)
                );
            }

            if (one.Stance is { } stance)
            {
                blocks.Add(new Paragraph(StanceOf(material, stance), Quiet: true));
            }

            var heard = one
                .Groups.Where(group => group.ConsultedOn is not null)
                .Select(group => group.Group)
                .ToList();
            if (heard.Count > 0)
            {
                blocks.Add(
                    new Paragraph(
                        material.Say("decided-heard", string.Join(", ", heard)),
                        Quiet: true
                    )
                );
            }
        }
    }

    private static string StanceOf(PlanMaterial material, StanceView stance)
    {
        var said = material.Say(
            "stance." + stance.Stance,
            stance.Given.Number,
            stance.Given.Question
        );
        return stance.Reason is null ? said : $"{said} {stance.Reason}";
    }

    /// <summary>Who decides, recommends, advises and is told: a table, so that it is read as one.</summary>
    private static Grid Map(PlanMaterial material, IReadOnlyList<DecisionView> decisions)
    {
        string Part(DecisionView one, params InputPart[] parts) =>
            string.Join(
                ", ",
                one.Inputs.Where(input => parts.Contains(input.Part))
                    .Select(input => material.Named(input.Member, input.Name))
                    .Distinct()
            );
        return new Grid(
            material.Say("map"),
            [
                material.Say("column.decision"),
                material.Say("column.decides"),
                material.Say("column.recommends"),
                material.Say("column.advises"),
                material.Say("column.told"),
            ],
            [
                .. decisions.Select(
                    IReadOnlyList<string> (one) =>
                        [
                            NameOf(one),
                            material.Named(one.DeciderId, one.Decider) ?? material.Say("nobody"),
                            Part(one, InputPart.Recommend),
                            Part(one, InputPart.Advise),
                            Part(one, InputPart.Inform, InputPart.WantsToKnow),
                        ]
                ),
            ]
        );
    }
}
