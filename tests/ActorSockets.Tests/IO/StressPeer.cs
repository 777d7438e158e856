using System.Net;
using System.Net.Sockets;
using ActorSockets.Tests.IO.Wires;

namespace ActorSockets.Tests.IO;

/// <summary>The client's side of one connection of the random run: sends in random pieces while it reads.</summary>
public static class StressPeer
{
    /// <summary>
    /// Says what came back, once the connection is over. Announces the end point from which it is going to connect.
    /// </summary>
    public static async Task<(int Received, bool IsIntact)> RunAsync(
        StressPlan plan,
        Wire wire,
        EndPoint server,
        Action<EndPoint, StressPlan> announce)
    {
        using var peer = await ConnectAsync(wire, server, plan, announce);
        if (peer is null)
        {
            return (0, true);
        }

        var reading = ReadAsync(peer, plan);
        await SendAsync(peer, plan, reading);
        if (plan.Ending == Ending.ClientResets)
        {
            peer.Reset();
        }
        else
        {
            TryFinish(peer);
        }

        return await reading;
    }

    private static async Task<RawPeer?> ConnectAsync(
        Wire wire, EndPoint server, StressPlan plan, Action<EndPoint, StressPlan> announce)
    {
        try
        {
            return await wire.ConnectAsync(server, local => announce(local, plan));
        }
        catch (Exception e) when (plan.Ending == Ending.ServerAborts && IsReset(e))
        {
            // The server has it, and has aborted it before this end knew, or had the last of the handshake.
            return null;
        }
    }

    private static bool IsReset(Exception e) =>
        (e is IOException ? e.InnerException : e) is SocketException { SocketErrorCode: SocketError.ConnectionReset };

    private static async Task SendAsync(RawPeer peer, StressPlan plan, Task reading)
    {
        var random = new Random(plan.Seed + 2);
        try
        {
            for (var sent = 0; sent < plan.ToServer;)
            {
                var count = Math.Min(plan.ToServer - sent, 1 + random.Next(random.Next(8) == 0 ? 50_000 : 500));
                await peer.SendAsync(StressPlan.Piece(plan.Seed, sent, count));
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

    private static async Task<(int Received, bool IsIntact)> ReadAsync(RawPeer peer, StressPlan plan)
    {
        var buffer = new byte[20_000];
        var received = 0;
        var isIntact = true;
        try
        {
            int count;
            while ((count = await peer.ReceiveAsync(buffer)) > 0)
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

    private static void TryFinish(RawPeer peer)
    {
        try
        {
            peer.FinishSending();
        }
        catch (SocketException)
        {
            // Reset by the server, as planned.
        }
    }
}
