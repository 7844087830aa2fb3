using Throughline.Kernel;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>What is being lost, in the order it is met; the same thing at the same place is told once.</summary>
internal sealed class Losses
{
    private readonly HashSet<Loss> told = [];
    private readonly List<Loss> all = [];
    private readonly HashSet<string> withFormatting = new(StringComparer.Ordinal);

    public IReadOnlyList<Loss> All =>
        [.. all.Select(loss => loss.Where.Length > 0 ? loss : loss with { Where = Whole })];

    /// <summary>The title, once it is known: the place of what concerns the whole.</summary>
    public string Whole { get; set; } = "";

    public int Formatted => withFormatting.Count;

    public void Add(string where, Sentence sentence)
    {
        var loss = new Loss(where, sentence);
        if (told.Add(loss))
        {
            all.Add(loss);
        }
    }

    public void Add(Sentence sentence) => Add(Whole, sentence);

    /// <summary>Bold and colors are counted, not listed: every other text has some.</summary>
    public void CountFormatting(string where) => withFormatting.Add(where);
}
