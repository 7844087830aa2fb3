using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.Feedback.Invitations;

/// <summary>
/// Writes to people, each with a link of their own that answers once. Whoever was written to before is left out. Students are never
/// asked by their addresses.
/// </summary>
public sealed class AskPeople(ThroughlineDb db, LanguageFiles languages, DistrictQueries districts)
    : IUseCase
{
    public const int MostAtOnce = 500;

    /// <param name="Seal">Encrypts with a key that does not lie in the database.</param>
    /// <param name="Site">The address of this installation.</param>
    public sealed record Input(
        FeedbackRoundId Round,
        FeedbackChannelId Channel,
        string? Addresses,
        string Language,
        string Site,
        Func<string, string> Seal
    );

    /// <param name="Before">How many of those named had been written to already.</param>
    public sealed record Asked(int Now, int Before);

    public Task<Outcome<Asked>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<Asked>(doing, () => Ask(input, doing, cancel), cancel);

    private async Task<Outcome<Asked>> Ask(Input input, Doing doing, CancellationToken cancel)
    {
        var channel = await PersonalChannel.Find(db, input.Round, input.Channel, cancel);
        var round = await db.Set<FeedbackRound>()
            .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
        if (channel is null || round is null)
        {
            return Outcome.Unknown;
        }

        var (lines, refusals) = AddressList.Read(input.Addresses, nameof(input.Addresses));
        if (Refusal(round, lines) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var before = (
            await db.Set<AskedPerson>()
                .Where(row => row.RoundId == round.Id)
                .Select(row => row.Email)
                .ToListAsync(cancel)
        )
            .Select(Person.KeyOf)
            .ToHashSet(StringComparer.Ordinal);
        var named = lines.DistinctBy(line => Person.KeyOf(line.Email)).ToList();
        var fresh = named
            .Where(line => !before.Contains(Person.KeyOf(line.Email)))
            .OrderBy(line => line.Email, StringComparer.Ordinal)
            .ToList();
        var codes = fresh.ConvertAll(_ => PersonalLink.New());
        PersonalChannel.AddTickets(db, channel, codes);
        var district = (await districts.ById(round.DistrictId, cancel))!;
        foreach (var (line, code) in fresh.Zip(codes))
        {
            db.Add(PersonOf(line.Email, input.Language, channel));
            var mail = FeedbackMails.Ask(
                languages.In(input.Language),
                line.Email,
                district,
                round,
                $"{input.Site}/f/{channel.Code}/"
            ) with
            {
                Actor = doing.Who,
                SealedSecret = input.Seal(code),
            };
            if (await Outbox.Enqueue(db, mail, doing, cancel) is { } tooMany)
            {
                return Outcome.Refused(tooMany.Sentence, nameof(input.Addresses));
            }
        }

        if (fresh.Count > 0)
        {
            db.Happened("channel.people-asked", channel);
        }

        return new Asked(fresh.Count, named.Count - fresh.Count);
    }

    private static Refusal? Refusal(FeedbackRound round, List<AddressLine> lines)
    {
        const string field = nameof(Input.Addresses);
        return round switch
        {
            { IsOpen: false } => Outcome.Refused(FeedbackSentences.OpenBeforeAsking, field),
            { AsksStudents: true } => Outcome.Refused(FeedbackSentences.StudentsGetLetters, field),
            _ when lines.Count == 0 => Outcome.Refused(FeedbackSentences.EnterAddresses, field),
            _ when lines.Count > MostAtOnce => Outcome.Refused(
                FeedbackSentences.TooManyAddresses(MostAtOnce),
                field
            ),
            _ => null,
        };
    }

    private static AskedPerson PersonOf(string email, string language, FeedbackChannel channel) =>
        new()
        {
            DistrictId = channel.DistrictId,
            // Not of time or order, as ids otherwise are.
            Id = Id.Of<AskedPersonId>(new Guid(RandomNumberGenerator.GetBytes(16))),
            RoundId = channel.RoundId,
            ChannelId = channel.Id,
            Email = email,
            Language = language,
        };
}
