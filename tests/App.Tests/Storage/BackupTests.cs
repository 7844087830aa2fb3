using System.IO.Compression;
using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Storage;

/// <summary>The commands as a script calls them: a process, its exit code, one JSON object.</summary>
public sealed class BackupTests(ITestOutputHelper output)
{
    private const int Rounds = 3;

    [Theory, EachDatabase]
    public async Task A_backup_made_while_people_write_restores_everything_acknowledged_before_it(
        DatabaseKind kind
    )
    {
        await using var place = await Place.Create(kind);
        var port = ChildProgram.FreePort();
        using var http = Browser(port);
        await using var program = ChildProgram.Start(
            ChildProgram.KillTarget,
            [place.Data, $"http://127.0.0.1:{port}"],
            place.Environment
        );
        await program.Ready(http, TimeSpan.FromSeconds(60));
        using var stop = new CancellationTokenSource();
        var log = new AckLog(() => Browser(port));
        var writing = log.Write(4, stop.Token);
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(Random.Shared.Next(200, 800));
            var before = log.Until;
            var file = place.File($"backup-{round}.zip");
            var made = await Run(place, "backup", "--data", place.Data, "--out", file);
            Assert.True(made.GetProperty("ok").GetBoolean());
            await using var other = await Place.Create(kind);
            var target = other.File("restored");

            var restored = await Run(other, "restore", file, "--to", target);

            Assert.Equal(
                made.GetProperty("rows").GetInt64(),
                restored.GetProperty("rows").GetInt64()
            );
            Assert.Equal(
                made.GetProperty("sha256").GetString(),
                restored.GetProperty("sha256").GetString()
            );
            var (lost, broken) = await AckLog.Compare(other.Storage(target), before);
            output.WriteLine(
                $"{before.Count} acknowledged before the backup, {made.GetProperty("rows")} rows in it, {lost} lost, {broken.Count} broken."
            );
            Assert.Equal(0, lost);
            Assert.Empty(broken);
            Assert.NotEmpty(System.IO.Directory.GetFiles(Path.Combine(target, "keys")));
            var check = await Run(other, "check", "--data", target);
            Assert.True(check.GetProperty("ok").GetBoolean());
        }

        await stop.CancelAsync();
        await writing;
    }

    [Theory, EachDatabase]
    public async Task What_is_not_empty_is_kept_unless_forced_and_then_set_aside(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        await Run(place, "migrate", "--data", place.Data);
        var file = place.File("backup.zip");
        await Run(place, "backup", "--data", place.Data, "--out", file);

        var refused = await ChildProgram.Command(
            ["restore", file, "--to", place.Data],
            place.Environment
        );
        var forced = await ChildProgram.Command(
            ["restore", file, "--to", place.Data, "--force"],
            place.Environment
        );

        Assert.Equal(1, refused.Exit);
        Assert.Contains("is not empty", refused.Errors);
        Assert.True(forced.Exit == 0, forced.Errors);
        Assert.Single(System.IO.Directory.GetDirectories(place.File("."), "data-before-restore-*"));
        Assert.Empty(await place.Storage().Upkeep.Problems(CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task A_damaged_backup_changes_nothing(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        await Run(place, "migrate", "--data", place.Data);
        var file = place.File("backup.zip");
        await Run(place, "backup", "--data", place.Data, "--out", file);
        await place.MoveToAnEmptyDatabase();
        var bytes = await File.ReadAllBytesAsync(file);
        // One changed bit can leave a packed run of zeros what it was; sixty-four bytes cannot.
        foreach (ref var damaged in bytes.AsSpan(bytes.Length / 2, 64))
        {
            damaged ^= 0x5A;
        }

        await File.WriteAllBytesAsync(file, bytes);
        var strange = place.File("strange.zip");
        await using (var zip = await ZipFile.OpenAsync(strange, ZipArchiveMode.Create))
        {
            await using var text = new StreamWriter(zip.CreateEntry("backup.json").Open());
            await text.WriteAsync(
                """{"format":1,"database":"sqlite","schema":"x","at":"2026-01-01T00:00:00Z","rows":{},"entries":[{"name":"../out.db","bytes":1,"sha256":"00"}]}"""
            );
        }

        foreach (var broken in new[] { file, strange, typeof(BackupTests).Assembly.Location })
        {
            var target = place.File("restored");
            var answer = await ChildProgram.Command(
                ["restore", broken, "--to", target, "--json"],
                place.Environment
            );

            Assert.Equal(1, answer.Exit);
            Assert.Contains("Nothing was changed", answer.Errors);
            Assert.False(
                JsonDocument.Parse(answer.Text).RootElement.GetProperty("ok").GetBoolean()
            );
            Assert.False(System.IO.Directory.Exists(target));
        }

        Assert.DoesNotContain(
            System.IO.Directory.GetFileSystemEntries(place.File(".")),
            entry => Path.GetFileName(entry).StartsWith('.')
        );
    }

    [Fact]
    public async Task Wrong_usage_is_2_and_an_existing_file_is_never_overwritten()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        await Run(place, "migrate", "--data", place.Data);
        var file = place.File("precious");
        await File.WriteAllTextAsync(file, "precious");

        var usage = await ChildProgram.Command(["backup", "--data", place.Data]);
        var refused = await ChildProgram.Command(["backup", "--data", place.Data, "--out", file]);

        Assert.Equal(2, usage.Exit);
        Assert.Equal(1, refused.Exit);
        Assert.Equal("precious", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task The_keys_are_private_and_check_tells_what_is_missing()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);

        var before = await ChildProgram.Command(["check", "--data", place.Data, "--json"]);
        await Run(place, "migrate", "--data", place.Data);
        var after = await Run(place, "check", "--data", place.Data);

        Assert.Equal(1, before.Exit);
        Assert.Contains("There is no database yet", before.Errors);
        Assert.Equal(0, after.GetProperty("problems").GetArrayLength());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(place.Data, "keys"))
            );
        }
    }

    private static async Task<JsonElement> Run(Place place, params string[] arguments)
    {
        var answer = await ChildProgram.Command([.. arguments, "--json"], place.Environment);
        Assert.True(answer.Exit == 0, $"{arguments[0]}: {answer.Errors} {answer.Text}");
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static HttpClient Browser(int port) =>
        new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
}
