using System.Globalization;
using Throughline.App.Hosting;
using Throughline.Kernel.History;
using Throughline.Kernel.Languages;
using Throughline.Process;
using Throughline.Process.Content;

namespace Throughline.App.Pages;

/// <summary>
/// The sentences of history in the reader's language. What the history keeps by its code (a prompt, a step, a day) is said in the words
/// that the reader knows it by.
/// </summary>
public sealed class HistoryWords(Visit visit, ProcessLibrary library)
{
    private Texts T => visit.Texts;

    private ProcessEdition Edition =>
        library.Edition(visit.District!.ProcessEdition, visit.Texts.Language);

    public string Of(HappeningLine line) =>
        T[line.Sentence, line.WhoName ?? T["common.product"], Named(line.SubjectKind, line.About)];

    public string Of(HistoryEntry entry) =>
        T[
            T.Has(entry.Sentence) ? entry.Sentence : "history.something",
            entry.WhoName ?? T["history.server"],
            Named(entry.SubjectKind, entry.About)
        ];

    private string Named(string kind, string about) =>
        kind switch
        {
            "answer" => Edition
                .Steps.SelectMany(step => step.Prompts)
                .FirstOrDefault(prompt => prompt.Code == about)
                ?.Question
                ?? about,
            "step" => Edition.FindStep(about)?.Title ?? about,
            _ when DateOnly.TryParseExact(
                    about,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => T.Day(day),
            _ => about,
        };
}
