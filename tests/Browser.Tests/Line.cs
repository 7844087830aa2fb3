using System.Net;
using System.Net.Sockets;

namespace Throughline.Browser.Tests;

/// <summary>A connection between a browser and the product that can be cut and mended: while it is cut, nobody answers at its address.</summary>
public sealed class Line : IAsyncDisposable
{
    private readonly Uri to;
    private readonly int port;
    private readonly List<Socket> open = [];
    private TcpListener? listener;

    private Line(Uri to)
    {
        this.to = to;
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Accept(listener);
    }

    public string Address => $"http://127.0.0.1:{port}";

    public static Line To(string address) => new(new Uri(address));

    public void Cut()
    {
        listener?.Dispose();
        listener = null;
        lock (open)
        {
            open.ForEach(socket => socket.Dispose());
            open.Clear();
        }
    }

    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = Accept(listener);
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task Accept(TcpListener from)
    {
        try
        {
            while (true)
            {
                var near = await from.AcceptSocketAsync();
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (open)
                {
                    open.AddRange([near, far]);
                }

                await far.ConnectAsync(IPAddress.Loopback, to.Port);
                _ = Carry(near, far);
                _ = Carry(far, near);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private static async Task Carry(Socket from, Socket to)
    {
        var some = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(some) is var read && read > 0)
            {
                await to.SendAsync(some.AsMemory(0, read));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            to.Dispose();
        }
    }
}
