namespace Throughline.Testing.Sweeping;

/// <summary>Writes hostile text into everything that can be written in a district, by its own forms.</summary>
public static class HostileDistrict
{
    /// <summary>Sends each form anew from its page, each field of text with the next of the texts; answers how many were taken.</summary>
    public static async Task<int> Fill(
        Visitor visitor,
        IEnumerable<Submission> forms,
        IReadOnlyList<string> texts
    )
    {
        var (taken, next) = (0, 0);
        var writing = forms
            .Where(form => form.Typed.Count > 0 && form.Before.Count == 0)
            // What is published is what was written before.
            .OrderBy(form => form.Action.Contains("publish", StringComparison.Ordinal));
        foreach (var form in writing)
        {
            var fresh = (await visitor.FormsOn(form.Page)).FirstOrDefault(one =>
                one.Shape == form.Shape
            );
            if (fresh is null)
            {
                continue;
            }

            string Text(string name) => texts[next++ % texts.Count];
            using var all = await visitor.Send(
                fresh.Fill(one => fresh.Typed.Contains(one.Key), Text)
            );
            if ((int)all.StatusCode < 400)
            {
                taken++;
                continue;
            }

            // A field that takes no words, an address or a number, is left as it should be.
            using var words = await visitor.Send(
                fresh.Fill(
                    one =>
                        fresh.Typed.Contains(one.Key) && !FormFilling.HasAnswer(one.Key, one.Value),
                    Text
                )
            );
            taken += (int)words.StatusCode < 400 ? 1 : 0;
        }

        return taken;
    }
}
