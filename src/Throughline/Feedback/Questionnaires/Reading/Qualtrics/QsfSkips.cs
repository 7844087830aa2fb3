using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>
/// "Whoever chose this goes on there" becomes "what lies between is asked of whoever chose otherwise", where that is the same: the
/// question asks everybody for exactly one of its choices, and nothing between has a condition already. Otherwise it is told.
/// </summary>
internal sealed class QsfSkips(DraftSection section, IReadOnlyList<string> order, Losses losses)
{
    public void Apply(QsfQuestion asked, JsonElement? skips)
    {
        var all = skips.Entries().Select(one => one.Value).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var between = Between(asked, all[0].Name("SkipToDestination"));
        if (between is null || !TrySet(asked, all, between))
        {
            foreach (var skip in all)
            {
                losses.Add(asked.Code, ReadingSentences.ConditionLost(Words(skip)));
            }
        }
    }

    /// <summary>The ids that are passed over; null where it leads out of the block.</summary>
    private HashSet<string>? Between(QsfQuestion asked, string destination)
    {
        var from = IndexOf(asked.Id);
        var to = destination == "ENDOFBLOCK" ? order.Count : IndexOf(destination);
        if (to >= 0 && to <= from)
        {
            throw new ReadingRefusedException(
                ReadingSentences.Circle($"{asked.Code} → {destination}")
            );
        }

        return from < 0 || to < 0
            ? null
            : order.Skip(from + 1).Take(to - from - 1).ToHashSet(StringComparer.Ordinal);
    }

    private bool TrySet(QsfQuestion asked, List<JsonElement> skips, HashSet<string> between)
    {
        var chosen = skips.Select(skip => skip.Text("ChoiceLocator").Split('/')[^1]).ToHashSet();
        var question = section.Questions.Find(one => one.Id == asked.Id);
        var passed = section
            .Questions.Where(one => between.Contains(one.Id.Split('/')[0]))
            .ToList();
        if (
            question
                is not {
                    ShowIf: null,
                    Question: { Kind: QuestionKind.Choice, Required: true, Other: false }
                }
            || skips.Exists(skip => skip.Text("Condition") != "Selected")
            || skips.DistinctBy(skip => skip.Text("SkipToDestination")).Count() > 1
            || passed.Exists(one => one.ShowIf is not null)
        )
        {
            return false;
        }

        var rest = question
            .Question.Options.Select(option => option.Code)
            .Where(code => !chosen.Contains(code))
            .ToList();
        foreach (var one in passed)
        {
            one.ShowIf = new DraftCondition(Words(skips[0]), asked.Id, rest);
        }

        return rest.Count > 0;
    }

    private int IndexOf(string id)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == id)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Words(JsonElement skip) =>
        PlainText
            .Of(
                skip.Text("Description") is { Length: > 0 } said
                    ? said
                    : $"{skip.Text("ChoiceLocator")} {skip.Text("Condition")} → {skip.Text("SkipToDestination")}"
            )
            .Value;
}
