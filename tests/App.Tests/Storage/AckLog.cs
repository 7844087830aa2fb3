using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.KillTarget;
using Throughline.Testing;

namespace Throughline.App.Tests.Storage;

/// <summary>Writers that note each number whose write was acknowledged, and the comparison with what is stored.</summary>
public sealed class AckLog(Func<HttpClient> browser)
{
    private readonly ConcurrentBag<int> acknowledged = [];
    private int last;

    /// <summary>So many were acknowledged until now.</summary>
    public int Count => acknowledged.Count;

    public IReadOnlyList<int> Until => [.. acknowledged];

    /// <summary>Writes from so many sides at once until told to stop; a refused connection is no acknowledgement.</summary>
    public async Task Write(int writers, CancellationToken stop) =>
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Write(stop)));

    private async Task Write(CancellationToken stop)
    {
        using var http = browser();
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref last);
            try
            {
                using var answer = await http.PostAsync($"/write/{number}", null, stop);
                if (answer.IsSuccessStatusCode)
                {
                    acknowledged.Add(number);
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    /// <summary>Which of these are not stored, and what is stored in part or twice.</summary>
    public static async Task<(int Lost, IReadOnlyList<string> Broken)> Compare(
        IStorage storage,
        IReadOnlyCollection<int> acknowledged
    )
    {
        await using var services = new ServiceCollection()
            .AddThroughline(storage)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        await db.Enter(Writes.District, null);
        var happenings = await db.Set<Happening>().AsNoTracking().ToListAsync();
        var schools = await db.Set<School>()
            .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
            .AsNoTracking()
            .ToListAsync();
        var figures = await db.Set<EnrollmentFigure>()
            .AsNoTracking()
            .GroupBy(figure => figure.SchoolId)
            .ToDictionaryAsync(group => group.Key, group => group.Count());
        var numbers = happenings.Select(row => row.Why).OfType<string>().ToHashSet();
        var broken = new List<string>();
        broken.AddRange(
            happenings
                .Select(row => row.Why)
                .OfType<string>()
                .CountBy(why => why)
                .Where(many => many.Value > 1)
                .Select(many => $"{many.Key} was done {many.Value} times")
        );
        broken.AddRange(
            schools
                .Where(school => figures.GetValueOrDefault(school.Id) != Writes.Figures)
                .Select(school =>
                    $"school {school.Id} has {figures.GetValueOrDefault(school.Id)} figures"
                )
        );
        broken.AddRange(
            schools
                .Where(school =>
                    school.Version != happenings.Count(row => row.SubjectId == school.Id.Value)
                )
                .Select(school => $"school {school.Id} was saved more or less often than told")
        );
        return (acknowledged.Count(number => !numbers.Contains("write-" + number)), broken);
    }
}
