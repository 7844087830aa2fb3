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
/// prompts and room for the answers, blank or with the answers so far: the district's, or a school's with the prompts that are for schools.
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
        SchoolPlace? school = null,
        CancellationToken cancel = default
    )
    {
        var level = school is null ? ContentLevel.System : ContentLevel.School;
        var edition = library.Edition(district.ProcessEdition, texts.Language);
        var answers = await process.AllAnswers(school?.Id, cancel);
        var filled = isFilled
            ? answers.ToLookup(answer => (answer.StepCode, answer.PromptCode), row => row.Text)
            : Array.Empty<AnswerView>().ToLookup(_ => ("", ""), _ => "");
        string Say(string key, params object?[] values) =>
            texts["publishing.workbook." + key, values];
        var document = new PlanDocument(
            PlanDocument.CurrentFormat,
            school is null ? Say("title") : Say("title-school", school.Name),
            district.Name,
            district.IsInvented,
            school?.Name,
            texts.Language,
            texts.Direction == "rtl",
            today,
            null,
            string.Join(
                " · ",
                new[]
                {
                    district.IsInvented
                        ? $"{district.Name} {texts["common.invented"]}"
                        : district.Name,
                    school?.Name,
                    Say("as-of", today),
                }.OfType<string>()
            ),
            Say("contents"),
            [new Paragraph(edition.Lead), new Paragraph(Say("how"), Quiet: true)],
            [
                .. edition.Phases.Select(phase => new Section(
                    phase.Number,
                    phase.Title,
                    [
                        new Paragraph(phase.Lead),
                        .. phase
                            .Actions.SelectMany(action => action.Steps)
                            .SelectMany(step => StepOf(step, level, filled, Say)),
                    ]
                )),
            ]
        )
        {
            Logo = await logos.Of(district, cancel),
        };
        return new Workbook(
            document.Map(SafeText.Clean),
            WorkbookStamp.Of(district.Slug, edition.Edition, answers, isFilled) with
            {
                School = school?.Id.ToString() ?? "",
            }
        );
    }

    private static IEnumerable<Block> StepOf(
        Step step,
        ContentLevel level,
        ILookup<(string, string), string> filled,
        Func<string, object?[], string> say
    )
    {
        yield return new Heading(2, step.Title);
        yield return new Paragraph(step.LeadFor(level));
        if (step.Why.Length > 0)
        {
            yield return new Paragraph(step.Why, say("why", []));
        }

        foreach (var prompt in step.PromptsFor(level))
        {
            yield return BoxOf(
                prompt,
                level,
                filled[(step.Code, prompt.Code)].FirstOrDefault() ?? "",
                say
            );
        }
    }

    private static AnswerBox BoxOf(
        Prompt prompt,
        ContentLevel level,
        string text,
        Func<string, object?[], string> say
    ) =>
        new(
            prompt.Code,
            prompt.QuestionFor(level),
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
