using Throughline.Feedback;
using Throughline.Kernel;

namespace Throughline.App.Hosting;

/// <summary>Every hour: deletes the answers whose day has come, as the forms promised. What fails is due again in an hour.</summary>
public sealed class Retention(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<Retention> log
) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(AfterStart, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = Between;
                await Clear(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task Clear(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var cleared = await scope
                .ServiceProvider.GetRequiredService<ClearAnswers>()
                .Everywhere(Doing.ByServer(clock.GetUtcNow().UtcDateTime), cancel);
            if (cleared > 0)
            {
                log.LogInformation("The answers of {Rounds} rounds were deleted.", cleared);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning("Answers could not be deleted yet: {Problem}", problem.Message);
        }
    }
}
