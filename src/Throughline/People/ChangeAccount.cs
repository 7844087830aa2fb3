using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.People;

/// <summary>One's own name and language.</summary>
public sealed class ChangeAccount(ThroughlineDb db, LanguageFiles languages) : IUseCase
{
    public sealed record Input(string? Name, string? Language);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var person = await db.Set<Person>()
                    .FirstOrDefaultAsync(row => row.Id == doing.Who, cancel);
                if (person is null)
                {
                    return Outcome.Unknown;
                }

                var refusals = new List<Refusal>();
                if (PersonFinding.Check(input.Name, nameof(input.Name)) is { } name)
                {
                    refusals.Add(name);
                }

                if (!languages.Tags.Contains(input.Language))
                {
                    refusals.Add(
                        Outcome.Refused(PeopleSentences.UnknownLanguage, nameof(input.Language))
                    );
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                person.Name = PersonName.Clean(input.Name);
                person.Language = input.Language;
                return Outcome.Done;
            },
            cancel
        );
}
