namespace Throughline.Analysis.Selection;

/// <summary>The panels found so far, each once, in the order found.</summary>
internal sealed class PanelStore
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public List<int[]> Panels { get; } = [];

    /// <summary>False where the panel is there already.</summary>
    public bool Add(int[] panel)
    {
        var key = string.Create(
            panel.Length,
            panel,
            (text, counts) =>
            {
                for (var type = 0; type < counts.Length; type++)
                {
                    text[type] = (char)counts[type];
                }
            }
        );
        if (!known.Add(key))
        {
            return false;
        }

        Panels.Add(panel);
        return true;
    }
}
