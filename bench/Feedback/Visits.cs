using System.Diagnostics;
using System.Text;

namespace Throughline.Bench.Feedback;

/// <summary>One client of the public's pages, and the time of each of its requests.</summary>
sealed class Visits(Uri address) : IDisposable
{
    private readonly Respondent ask = new(address);

    public List<double> Times { get; } = [];

    public long Done { get; private set; }

    public async Task FirstPage(string code)
    {
        await Time(ask.Get("/f/" + code), expected: 200);
        Done++;
    }

    /// <summary>A complete answer: the form, the answer, the receipt.</summary>
    public async Task Whole(string code)
    {
        await Time(ask.Get("/f/" + code), expected: 200);
        // The page is compressed, and unpacking it here would take the server's processor: the secret stands in it as it is.
        var secret = Secret(ask.Body);
        await Time(
            ask.Post("/f/" + code, $"a={secret}&e=1&l=en&s=0&{TwelveQuestions.Answer}"),
            expected: 303
        );
        await Time(ask.Get(ask.Header("Location")), expected: 200);
        Done++;
    }

    public void Dispose() => ask.Dispose();

    private async Task Time(Task request, int expected)
    {
        var begin = Stopwatch.GetTimestamp();
        await request;
        Times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        if (ask.Status != expected)
        {
            throw new InvalidOperationException(
                $"Expected {expected}: {Encoding.UTF8.GetString(ask.Head)}{Encoding.UTF8.GetString(ask.Body)}"
            );
        }
    }

    /// <summary>The one stored block of the packed page: its length and the complement of it (RFC 1951).</summary>
    private static string Secret(ReadOnlySpan<byte> page)
    {
        const int Length = 22;
        ReadOnlySpan<byte> header = [0, Length, 0, unchecked((byte)~Length), 255];
        var at = page.IndexOf(header) + header.Length;
        return Encoding.ASCII.GetString(page.Slice(at, Length));
    }
}
