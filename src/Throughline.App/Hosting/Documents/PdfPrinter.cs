using System.Diagnostics;

namespace Throughline.App.Hosting.Documents;

/// <summary>
/// Prints a page that stands alone to a tagged PDF, by a browser of this machine. It gets a file, whose own policy forbids scripts, and an
/// empty profile, and asks no network. Where there is no browser, people print from theirs.
/// </summary>
public sealed class PdfPrinter(string? browser) : IDisposable
{
    public const string Variable = "THROUGHLINE_BROWSER";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "msedge",
    ];

    private static readonly string[] UsualPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>A browser takes much memory: one at a time.</summary>
    private readonly SemaphoreSlim one = new(1);

    public bool CanPrint => browser is not null;

    public void Dispose() => one.Dispose();

    public static PdfPrinter Find() =>
        new(
            Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
                ? named
                : OnPath().Concat(UsualPlaces).FirstOrDefault(File.Exists)
        );

    /// <summary>Null where there is no browser, or where it did not print in time.</summary>
    public async Task<byte[]?> Print(string html, CancellationToken cancel)
    {
        if (browser is null)
        {
            return null;
        }

        await one.WaitAsync(cancel);
        var folder = System.IO.Directory.CreateTempSubdirectory("throughline-print").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            var pdf = Path.Combine(folder, "page.pdf");
            await File.WriteAllTextAsync(page, html, cancel);
            await Run(page, pdf, Path.Combine(folder, "profile"), cancel);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : null;
        }
        finally
        {
            one.Release();
            Remove(folder);
        }
    }

    private async Task Run(string page, string pdf, string profile, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(browser!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            "--no-pdf-header-footer",
            "--user-data-dir=" + profile,
            "--print-to-pdf=" + pdf,
            new Uri(page).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static IEnumerable<string> OnPath() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        )
        select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static void Remove(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser still holds a file of its profile; the system's temporary folder is cleared by the system.
        }
    }
}
