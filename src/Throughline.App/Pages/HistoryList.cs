using Throughline.Kernel.History;

namespace Throughline.App.Pages;

/// <summary>What the partial <c>_History</c> shows.</summary>
/// <param name="Entries">From <see cref="HistoryQueries"/>.</param>
/// <param name="Versions">Of the thing and its parts as they stand, by their ids: a restore names the version that was seen.</param>
/// <param name="Return">The page to come back to after a restore.</param>
/// <param name="MayRestore">Whether the person writes here.</param>
public sealed record HistoryList(
    IReadOnlyList<HistoryEntry> Entries,
    IReadOnlyDictionary<Guid, int> Versions,
    string Return,
    bool MayRestore
);

/// <summary>What the partial <c>_Conflict</c> shows: what is stored, field by field, beside the form that keeps what was typed.</summary>
/// <param name="Label">The label of a field, by its name in the input record.</param>
public sealed record ConflictNotice(Kernel.Conflict Conflict, Func<string, string> Label);

/// <summary>Answers to a form that saves as one types (<c>data-autosave</c>).</summary>
public static class Autosave
{
    public static bool IsAutosave(this HttpRequest request) =>
        request.Headers.ContainsKey("X-Autosave");

    /// <summary>The line under the form, and the version that the next save names.</summary>
    public static Microsoft.AspNetCore.Mvc.ContentResult Saved(
        HttpResponse response,
        string words,
        int version
    )
    {
        response.Headers["X-Version"] = version.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        return new() { Content = words, ContentType = "text/plain; charset=utf-8" };
    }
}
