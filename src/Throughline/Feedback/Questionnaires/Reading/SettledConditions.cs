namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>Conditions in our codes: only such as look back at a question whose options can be told apart; the others are told as lost.</summary>
internal sealed class SettledConditions(Losses losses)
{
    private readonly Dictionary<string, (Question Drafted, Question Settled)> asked = new(
        StringComparer.Ordinal
    );

    /// <summary>From here on conditions may ask about it.</summary>
    public void Asked(DraftQuestion drafted, Question settled) =>
        asked.TryAdd(drafted.Id, (drafted.Question, settled));

    public Condition? Settle(string where, DraftCondition? condition)
    {
        if (condition is null)
        {
            return null;
        }

        if (Plain(condition) is { } plain)
        {
            return plain;
        }

        losses.Add(where, ReadingSentences.ConditionLost(condition.Source));
        return null;
    }

    private Condition? Plain(DraftCondition condition)
    {
        if (
            condition is not { Question: { } id, Is.Count: > 0 }
            || !asked.TryGetValue(id, out var question)
            || question.Settled.Kind
                is not (QuestionKind.Choice or QuestionKind.Scale or QuestionKind.Several)
        )
        {
            return null;
        }

        var codes = new List<string>();
        foreach (var source in condition.Is)
        {
            var at = question
                .Drafted.Options.Select((option, i) => (option.Code, At: i))
                .Where(pair => pair.Code == source)
                .Select(pair => (int?)pair.At)
                .FirstOrDefault();
            if (at is null || at >= question.Settled.Options.Count)
            {
                return null;
            }

            codes.Add(question.Settled.Options[at.Value].Code);
        }

        return new Condition(question.Settled.Code, [.. codes.Distinct()]);
    }

    /// <summary>Questions that wait for each other would never be asked: whoever wrote that must mend it.</summary>
    public static void RefuseCircles(DraftForm draft)
    {
        var waits = new Dictionary<string, (string Where, List<string> For)>(
            StringComparer.Ordinal
        );
        foreach (var section in draft.Sections)
        {
            foreach (var question in section.Questions)
            {
                List<string> wanted = [];
                wanted.AddRange(
                    new[] { question.ShowIf?.Question, section.ShowIf?.Question }.OfType<string>()
                );
                waits.TryAdd(question.Id, (question.Where, wanted));
            }
        }

        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in waits.Keys)
        {
            Walk(id, [], waits, settled);
        }
    }

    /// <summary>No deeper than there are questions in the draft, of which there are few.</summary>
    private static void Walk(
        string id,
        List<string> way,
        Dictionary<string, (string Where, List<string> For)> waits,
        HashSet<string> settled
    )
    {
        if (settled.Contains(id) || !waits.TryGetValue(id, out var here))
        {
            return;
        }

        if (way.Contains(id))
        {
            throw new ReadingRefusedException(
                ReadingSentences.Circle(
                    string.Join(
                        " → ",
                        way.Skip(way.IndexOf(id)).Append(id).Select(one => waits[one].Where)
                    )
                )
            );
        }

        way.Add(id);
        foreach (var wanted in here.For)
        {
            Walk(wanted, way, waits, settled);
        }

        way.RemoveAt(way.Count - 1);
        settled.Add(id);
    }
}
