using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Process;
using Throughline.Process.Content;
using Throughline.Publishing.Assembling;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Workbooks;

public sealed record Workbook(PlanDocument Document, WorkbookStamp Stamp);

/// <summary>
/// The process as a book to work through together, on paper or in a word processor: each phase a section, each step with its why, its
/// prompts and room for the answers, blank or with the answers so far.
/// </summary>
public sealed class AssembleWorkbook(
    ProcessQueries process,
    ProcessLibrary library,
    DocumentLogo logos
) : IQueries
{
    public async Task<Workbook> Of(
        DistrictView district,
        Texts texts,
        DateOnly today,
        bool isFilled,
        CancellationToken cancel = default
    )
    {
        var edition = library.Edition(district.ProcessEdition, texts.Language);
        var answers = await process.AllAnswers(cancel: cancel);
        var filled = isFilled
            ? answers.ToLookup(answer => (answer.StepCode, answer.PromptCode), row => row.Text)
            : Array.Empty<AnswerView>().ToLookup(_ => ("", ""), _ => "");
        string Say(string key, params object?[] values) =>
            texts["publishing.workbook." + key, values];
        var document = new PlanDocument(
            PlanDocument.CurrentFormat,
            Say("title"),
            district.Name,
            district.IsInvented,
            null,
            texts.Language,
            texts.Direction == "rtl",
            today,
            null,
            district.IsInvented
                ? $"{district.Name} {texts["common.invented"]} · {Say("as-of", today)}"
                : $"{district.Name} · {Say("as-of", today)}",
            texts["publishing.document.contents"],
            [new Paragraph(edition.Lead), new Paragraph(Say("how"), Quiet: true)],
            [
                .. edition.Phases.Select(phase => new Section(
                    phase.Number,
                    phase.Title,
                    [
                        new Paragraph(phase.Lead),
                        .. phase
                            .Actions.SelectMany(action => action.Steps)
                            .SelectMany(step => StepOf(step, filled, Say)),
                    ]
                )),
            ]
        )
        {
            Logo = await logos.Of(district, cancel),
        };
        return new Workbook(
            document.Map(SafeText.Clean),
            WorkbookStamp.Of(district.Slug, edition.Edition, answers, isFilled)
        );
    }

    private static IEnumerable<Block> StepOf(
        Step step,
        ILookup<(string, string), string> filled,
        Func<string, object?[], string> say
    )
    {
        yield return new Heading(2, step.Title);
        yield return new Paragraph(step.LeadFor(ContentLevel.System));
        if (step.Why.Length > 0)
        {
            yield return new Paragraph(step.Why, say("why", []));
        }

        foreach (var prompt in step.PromptsFor(ContentLevel.System))
        {
            yield return BoxOf(
                prompt,
                filled[(step.Code, prompt.Code)].FirstOrDefault() ?? "",
                say
            );
        }
    }

    private static AnswerBox BoxOf(
        Prompt prompt,
        string text,
        Func<string, object?[], string> say
    ) =>
        new(
            prompt.Code,
            prompt.QuestionFor(ContentLevel.System),
            string.Join(
                '\n',
                new[]
                {
                    prompt.Help,
                    prompt.Example is { Length: > 0 } example ? say("example", [example]) : "",
                }.Where(line => line.Length > 0)
            ),
            [.. prompt.Choices.Select(choice => choice.Title)],
            prompt.Choices.FirstOrDefault(choice => choice.Code == text)?.Title
                ?? WorkbookStamp.Regular(text),
            prompt.Kind switch
            {
                PromptKind.ShortText => 1,
                PromptKind.List => 3,
                PromptKind.LongText => 4,
                _ => 1,
            }
        );
}
