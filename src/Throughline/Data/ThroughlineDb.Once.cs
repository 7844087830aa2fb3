namespace Throughline.Data;

/// <summary>What several parts of a page ask for is read once for all of them.</summary>
public sealed partial class ThroughlineDb
{
    private readonly Dictionary<string, object> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The answer of before, until this context writes or enters another district; within a write everything is read anew. The answer is
    /// shared: views that nobody changes.
    /// </summary>
    public async Task<T> Once<T>(string what, Func<Task<T>> read)
        where T : class
    {
        if (doing is not null)
        {
            return await read();
        }

        if (!known.TryGetValue(what, out var answer))
        {
            known[what] = answer = await read();
        }

        return (T)answer;
    }
}
