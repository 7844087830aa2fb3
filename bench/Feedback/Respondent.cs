using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Throughline.Bench.Feedback;

/// <summary>One client on one connection, as lean as it can be: it shares its two cores with what it measures.</summary>
sealed class Respondent : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];
    private readonly string host;
    private int headLength;
    private int length;

    public Respondent(Uri address)
    {
        host = address.Authority;
        socket.Connect(IPAddress.Loopback, address.Port);
    }

    /// <summary>As every browser asks: compressed.</summary>
    public bool Packed { get; init; } = true;

    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, headLength);

    public ReadOnlySpan<byte> Body => buffer.AsSpan(headLength, length - headLength);

    public int Status => int.Parse(Encoding.ASCII.GetString(buffer, 9, 3));

    public Task Get(string path) =>
        Ask(
            $"GET {path} HTTP/1.1\r\nHost: {host}\r\n{(Packed ? "Accept-Encoding: gzip\r\n" : "")}\r\n"
        );

    public Task Post(string path, string form) =>
        Ask(
            $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}"
        );

    public string Header(string name)
    {
        var head = Encoding.ASCII.GetString(Head);
        var at = head.IndexOf(name + ": ", StringComparison.OrdinalIgnoreCase) + name.Length + 2;
        return head[at..head.IndexOf('\r', at)];
    }

    public void Dispose() => socket.Dispose();

    private async Task Ask(string request)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));
        (headLength, length) = (0, 0);
        var whole = int.MaxValue;
        while (length < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("The connection was closed.");
            }

            length += read;
            if (headLength == 0 && Head0() is var end && end > 0)
            {
                headLength = end;
                whole = end + BodyLength();
            }
        }
    }

    private int Head0()
    {
        var end = buffer.AsSpan(0, length).IndexOf(HeadEnd);
        return end < 0 ? 0 : end + HeadEnd.Length;
    }

    private int BodyLength()
    {
        var head = Head;
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return 0;
        }

        var digits = head[(at + 16)..];
        return int.Parse(Encoding.ASCII.GetString(digits[..digits.IndexOf((byte)'\r')]));
    }
}
