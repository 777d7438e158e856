using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.IO;

/// <summary>The client's side of one connection of the random run: sends in random pieces while it reads.</summary>
public static class StressPeer
{
    /// <summary>
    /// Says what came back, once the connection is over. Announces the end point from which it is going to connect.
    /// </summary>
    public static async Task<(int Received, bool IsIntact)> RunAsync(
        StressPlan plan,
        EndPoint server,
        Action<EndPoint, StressPlan> announce)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        announce(socket.LocalEndPoint!, plan);
        await socket.ConnectAsync(server);
        var reading = ReadAsync(socket, plan);
        await SendAsync(socket, plan, reading);
        if (plan.Ending == Ending.ClientResets)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
        else
        {
            TryShutdown(socket);
        }

        return await reading;
    }

    private static async Task SendAsync(Socket socket, StressPlan plan, Task reading)
    {
        var random = new Random(plan.Seed + 2);
        try
        {
            for (var sent = 0; sent < plan.ToServer;)
            {
                var count = Math.Min(plan.ToServer - sent, 1 + random.Next(random.Next(8) == 0 ? 50_000 : 500));
                await socket.SendAsync(StressPlan.Piece(plan.Seed, sent, count));
                sent += count;
                if (random.Next(20) == 0)
                {
                    await Task.Yield();
                }
            }

            if (plan.Ending == Ending.ServerConfirmsClose)
            {
                // Its end comes first; ours answers it.
                await reading;
            }
        }
        catch (SocketException)
        {
            // The server has closed or aborted: what it had sent is what counts.
        }
    }

    private static async Task<(int Received, bool IsIntact)> ReadAsync(Socket socket, StressPlan plan)
    {
        var buffer = new byte[20_000];
        var received = 0;
        var isIntact = true;
        try
        {
            int count;
            while ((count = await socket.ReceiveAsync(buffer)) > 0)
            {
                isIntact &= buffer.AsSpan(0, count).SequenceEqual(StressPlan.Piece(plan.Seed + 1, received, count));
                received += count;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // A reset, theirs or ours: the bytes before it still count.
        }

        return (received, isIntact);
    }

    private static void TryShutdown(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Reset by the server, as planned.
        }
    }
}
