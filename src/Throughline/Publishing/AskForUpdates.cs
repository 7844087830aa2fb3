using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.Publishing;

/// <summary>
/// Sends the link that confirms a subscription. The answer is the same for every address, known here or not, and where an address was
/// written to often enough already.
/// </summary>
public sealed class AskForUpdates(ThroughlineDb db, LanguageFiles languages) : IUseCase
{
    private static readonly Budget PerAddress = new("updates", TimeSpan.FromHours(1), 3);
    private static readonly Budget PerNetwork = new(
        "updates-network",
        TimeSpan.FromSeconds(20),
        30
    );

    /// <param name="Network">Of the caller.</param>
    public sealed record Input(
        DistrictView District,
        string? Email,
        string Language,
        string Network,
        string Site
    );

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        if (!EmailAddress.TryRead(input.Email, out var address))
        {
            return Outcome.Refused(PublishingSentences.EnterAnEmail, nameof(input.Email));
        }

        try
        {
            return await db.Write<Nothing>(doing, () => Ask(address, input, doing, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // Two requests took the first try of the same budget at once: one of them sent the mail.
            return Outcome.Done;
        }
    }

    private async Task<Outcome<Nothing>> Ask(
        string address,
        Input input,
        Doing doing,
        CancellationToken cancel
    )
    {
        if (await PerNetwork.Take(db, input.Network, doing.When, cancel) is not null)
        {
            return Outcome.Refused(PublishingSentences.TryLater);
        }

        var key = $"{input.District.Id}:{Person.KeyOf(address)}";
        if (await PerAddress.Take(db, key, doing.When, cancel) is not null)
        {
            return Outcome.Done;
        }

        await db.Set<SubscriptionRequest>()
            .Where(row => row.ExpiresAt < doing.When)
            .ExecuteDeleteAsync(cancel);
        var token = Secrets.New();
        var texts = languages.In(input.Language);
        var request = new SubscriptionRequest
        {
            Id = Secrets.HashOf(token),
            District = input.District.Id,
            Email = address,
            Language = texts.Language,
            ExpiresAt = doing.When + SubscriptionRequest.Lasts,
        };
        db.Add(request);
        await Outbox.Enqueue(
            db,
            PublishingMails.Confirm(
                texts,
                address,
                input.District,
                token,
                input.Site,
                request.ExpiresAt
            ),
            doing,
            cancel
        );
        return Outcome.Done;
    }
}
