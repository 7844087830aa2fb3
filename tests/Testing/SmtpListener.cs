using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Throughline.Testing;

/// <summary>How the mail server behaves.</summary>
public enum SmtpMood
{
    Accepts,

    /// <summary>Refuses every recipient for now (451).</summary>
    RefusesForNow,

    /// <summary>Takes the message, and never says so.</summary>
    HangsAfterData,
}

/// <summary>A mail server on loopback, as much of RFC 5321 as a client needs: every message it was given, as it was given.</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly List<string> messages = [];
    private readonly Task serving;

    public SmtpListener()
    {
        listener.Start();
        serving = Serve();
    }

    public SmtpMood Mood { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Talk(client);
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using (client)
            {
                await Talk(client.GetStream());
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            // The client went away in the middle of a sentence, as clients do.
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        await writer.WriteLineAsync("220 loopback");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await writer.WriteLineAsync("250-loopback\r\n250 SMTPUTF8");
                    break;
                case "RCPT" when Mood == SmtpMood.RefusesForNow:
                    await writer.WriteLineAsync("451 try again later");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await Receive(reader);
                    if (Mood == SmtpMood.HangsAfterData)
                    {
                        await Task.Delay(Timeout.Infinite, stop.Token);
                    }

                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task Receive(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            message.AppendLine(line.StartsWith('.') ? line[1..] : line);
        }

        lock (gate)
        {
            messages.Add(message.ToString());
        }
    }
}
