using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Hosting.Mail;

/// <summary>
/// Empties the outbox. A mail is claimed, carried, recorded: killed in between, it goes out once more under the same Message-ID.
/// </summary>
public sealed class MailDelivery(
    IServiceScopeFactory scopes,
    MailSettings settings,
    Installation installation,
    MailSeal seal,
    TimeProvider clock,
    ILogger<MailDelivery> log
) : IDisposable
{
    /// <summary>One round at a time in this process; between processes the claim decides.</summary>
    private readonly SemaphoreSlim one = new(1);

    public string Folder => Path.Combine(installation.Data, "mail");

    /// <summary>Sends what is due; answers how many mails went out.</summary>
    public async Task<int> SendDue(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            return await SendRound(cancel);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    public async Task Forget(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Work(scope).Forget(Doing(), cancel);
    }

    private async Task<int> SendRound(CancellationToken cancel)
    {
        var sent = 0;
        await using var carrier = NewCarrier();
        while (await Claim(cancel) is { } mail)
        {
            if (mail.ClosedAt is not null)
            {
                continue;
            }

            if (!await Send(carrier, mail, cancel))
            {
                // The connection is in doubt; the rest is due again in a moment, with a new one.
                break;
            }

            sent++;
        }

        return sent;
    }

    private async Task<bool> Send(IMailCarrier carrier, OutboxMail mail, CancellationToken cancel)
    {
        string? fault = null;
        try
        {
            await carrier.Carry(Letter.Of(mail, settings, seal.Open), cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            fault = problem.GetType().Name + ": " + problem.Message;
            log.LogWarning("Mail {Mail} stays in the outbox: {Fault}", mail.Id, fault);
        }

        await using var scope = scopes.CreateAsyncScope();
        await Work(scope).Record(mail.Id, fault, Doing(), CancellationToken.None);
        return fault is null;
    }

    private async Task<OutboxMail?> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await Work(scope).HasDue(Doing().When, cancel))
        {
            return null;
        }

        return await Work(scope).ClaimNext(Doing(), cancel) is Outcome<OutboxMail>.Done due
            ? due.Value
            : null;
    }

    private IMailCarrier NewCarrier() =>
        settings.WritesFiles ? new FolderCarrier(Folder) : new SmtpCarrier(settings);

    private static OutboxWork Work(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<OutboxWork>();

    private Doing Doing() => Kernel.Doing.ByServer(clock.GetUtcNow().UtcDateTime);
}

/// <summary>Looks into the outbox every second, and once an hour forgets what has served.</summary>
public sealed class MailService(MailDelivery delivery, ILogger<MailService> log) : BackgroundService
{
    private const int RoundsBetweenForgetting = 3600;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var round = 0;
        while (await Next(timer, stoppingToken))
        {
            try
            {
                await delivery.SendDue(stoppingToken);
                if (round++ % RoundsBetweenForgetting == 0)
                {
                    await delivery.Forget(stoppingToken);
                }
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or full for a moment; the mails are where they were.
                log.LogWarning("The outbox could not be read: {Problem}", problem.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
