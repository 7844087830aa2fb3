using Throughline.Testing;

namespace Throughline.App.Tests.Storage;

/// <summary>Killed at any moment, the program comes back by itself and has kept its word.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Until it is ready again: of processor time in every run, so that other work on the machine does not count; by the clock in the
    /// long run, on a quiet machine.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>THROUGHLINE_KILLS: 5 in every run, 50 in <c>bin/check --long</c>.</summary>
    private static int Kills { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("THROUGHLINE_KILLS"), out var given)
            ? given
            : 5;

    [Theory, EachDatabase]
    public async Task Killed_while_it_starts_on_a_new_folder_it_starts_the_next_time(
        DatabaseKind kind
    )
    {
        var starts = new List<Started>();
        var span = await SpanOfAStart(kind);
        for (var i = 0; i < Kills; i++)
        {
            await using var place = await Place.Create(kind);
            await StartAndKill(place, span);
            starts.Add(await StartAndStop(place));
        }

        AssertSoon($"{Kills} kills on new folders", starts);
    }

    [Theory, EachDatabase]
    public async Task Killed_again_and_again_while_it_starts_it_starts_the_next_time(
        DatabaseKind kind
    )
    {
        var span = await SpanOfAStart(kind);
        await using var place = await Place.Create(kind);
        for (var i = 0; i < Kills; i++)
        {
            await StartAndKill(place, span);
        }

        var start = await StartAndStop(place);
        Assert.Empty(await place.Storage().Upkeep.Problems(CancellationToken.None));
        AssertSoon($"{Kills} kills on one folder", [start]);
    }

    [Theory, EachDatabase]
    public async Task Killed_while_it_writes_it_has_everything_that_it_acknowledged_and_nothing_by_halves(
        DatabaseKind kind
    )
    {
        await using var place = await Place.Create(kind);
        var port = ChildProgram.FreePort();
        using var http = Browser(port);
        using var stop = new CancellationTokenSource();
        var log = new AckLog(() => Browser(port));
        var writing = log.Write(4, stop.Token);
        var starts = new List<Started>();
        for (var i = 0; i < Kills; i++)
        {
            await using var program = Start(ChildProgram.KillTarget, place, port);
            starts.Add(new Started(await program.Ready(http, Patience), program.Cpu));
            await Written(log, log.Count + Random.Shared.Next(1, 200));
            await program.Kill();
        }

        await stop.CancelAsync();
        await writing;
        var (lost, broken) = await AckLog.Compare(place.Storage(), log.Until);
        output.WriteLine($"{log.Count} acknowledged, {lost} lost, {broken.Count} broken.");
        Assert.True(log.Count > Kills, "Hardly anything was written.");
        Assert.Equal(0, lost);
        Assert.Empty(broken);
        AssertSoon($"{Kills} kills while writing", starts);
        Assert.Empty(await place.Storage().Upkeep.Problems(CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task Told_to_end_it_finishes_what_was_begun_and_exits_well(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        var port = ChildProgram.FreePort();
        using var http = Browser(port);
        await using var program = Start(ChildProgram.KillTarget, place, port);
        await program.Ready(http, Patience);
        // New schools, which do not conflict with one another.
        var numbers = Enumerable.Range(1, 20).Select(number => number * 3).ToList();
        var slow = numbers.Select(number => http.PostAsync($"/slow/{number}", null)).ToList();
        await Task.Delay(700);

        var ended = await program.Terminate(TimeSpan.FromSeconds(30));

        var answers = await Task.WhenAll(slow);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(0, ended.Exit);
        Assert.Equal(0, (await AckLog.Compare(place.Storage(), numbers)).Lost);
    }

    [Fact]
    public async Task The_program_itself_exits_well_when_told_to_end()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        var port = ChildProgram.FreePort();
        using var http = Browser(port);
        await using var program = Start(ChildProgram.Throughline, place, port);
        await program.Ready(http, Patience);

        Assert.Equal(0, (await program.Terminate(TimeSpan.FromSeconds(30))).Exit);
    }

    /// <summary>How long a first start takes here and now, so that the kills fall all over it: at least two seconds.</summary>
    private static async Task<TimeSpan> SpanOfAStart(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        var start = await StartAndStop(place);
        return start.Wall > TimeSpan.FromSeconds(2) ? start.Wall : TimeSpan.FromSeconds(2);
    }

    /// <summary>In the midst of writing, however slow the machine is: after so many acknowledgements, or ten seconds.</summary>
    private static async Task Written(AckLog log, int count)
    {
        for (var waited = 0; log.Count < count && waited < 2000; waited++)
        {
            await Task.Delay(5);
        }
    }

    private static async Task StartAndKill(Place place, TimeSpan span)
    {
        await using var program = Start(ChildProgram.Throughline, place, ChildProgram.FreePort());
        await Task.Delay(span * Random.Shared.NextDouble());
        await program.Kill();
    }

    private static async Task<Started> StartAndStop(Place place)
    {
        var port = ChildProgram.FreePort();
        using var http = Browser(port);
        await using var program = Start(ChildProgram.Throughline, place, port);
        return new Started(await program.Ready(http, Patience), program.Cpu);
    }

    private static ChildProgram Start(string program, Place place, int port) =>
        ChildProgram.Start(
            program,
            program == ChildProgram.KillTarget
                ? [place.Data, $"http://127.0.0.1:{port}"]
                : ["--data", place.Data, "--urls", $"http://127.0.0.1:{port}"],
            place.Environment
        );

    private static HttpClient Browser(int port) =>
        new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };

    private void AssertSoon(string after, IReadOnlyList<Started> starts)
    {
        var walls = starts.Select(start => start.Wall).Order().ToList();
        var cpus = starts.Select(start => start.Cpu).Order().ToList();
        output.WriteLine(
            $"{after}: ready again after {walls[walls.Count / 2].TotalSeconds:0.0} s (median), {walls[^1].TotalSeconds:0.0} s (slowest); "
                + $"processor time {cpus[cpus.Count / 2].TotalSeconds:0.0} s (median), {cpus[^1].TotalSeconds:0.0} s (most)."
        );
        Assert.InRange(cpus[^1], TimeSpan.Zero, Limit);
        if (Kills >= 50)
        {
            Assert.InRange(walls[^1], TimeSpan.Zero, Limit);
        }
    }

    private sealed record Started(TimeSpan Wall, TimeSpan Cpu);
}
