using Throughline.Kernel;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>What is being lost, in the order it is met; the same thing at the same place is told once.</summary>
internal sealed class Losses
{
    private readonly HashSet<Loss> told = new(ByValues.Instance);
    private readonly List<Loss> all = [];
    private readonly HashSet<string> withFormatting = new(StringComparer.Ordinal);

    public IReadOnlyList<Loss> All =>
        [.. all.Select(loss => loss.Where.Length > 0 ? loss : loss with { Where = Title })];

    /// <summary>The title, once it is known: the place of what concerns the whole.</summary>
    public string Title { get; set; } = "";

    public int Formatted => withFormatting.Count;

    public void Add(string where, Sentence sentence)
    {
        var loss = new Loss(where, sentence);
        if (told.Add(loss))
        {
            all.Add(loss);
            SourceLimits.Count(all.Count, SourceLimits.MostLosses, Title);
        }
    }

    public void Add(Sentence sentence) => Add(Title, sentence);

    public void Text(string where, string what, Words words)
    {
        if (!words.IsEmpty)
        {
            Add(where, ReadingSentences.TextLost(what, ReadingSentences.All(words)));
        }
    }

    public void Parts(string where, IEnumerable<Option> parts)
    {
        foreach (var part in parts)
        {
            Text(where, part.Code, part.Text);
        }
    }

    /// <summary>A question that is left out, with all that it holds.</summary>
    public void Whole(string where, Question question, Sentence why)
    {
        Add(where, why);
        Text(where, question.Code, question.Text);
        Parts(where, question);
    }

    public void Parts(string where, Question question)
    {
        Text(where, question.Code, question.Help);
        Parts(where, question.Options.Concat(question.Rows));
    }

    /// <summary>Bold and colors are counted, not listed: every other text has some.</summary>
    public void CountFormatting(string where) => withFormatting.Add(where);

    /// <summary>Sentences alike in all but their values are many here, and must not fall into one place of the set.</summary>
    private sealed class ByValues : EqualityComparer<Loss>
    {
        public static readonly ByValues Instance = new();

        public override bool Equals(Loss? x, Loss? y) => x is null ? y is null : x.Equals(y);

        public override int GetHashCode(Loss obj)
        {
            var hash = new HashCode();
            hash.Add(obj.Where, StringComparer.Ordinal);
            hash.Add(obj.Sentence.Key, StringComparer.Ordinal);
            foreach (var value in obj.Sentence.Values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
