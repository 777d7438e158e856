using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine.Memory;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>Connections in memory, in a network of their own.</summary>
public sealed class MemoryWire : Wire
{
    private readonly MemoryNetwork _network = new(256 * 1024);
    private int _names;

    public override EndPoint FreeEndPoint() => _network[$"server-{Interlocked.Increment(ref _names)}"];

    public override async Task<RawPeer> ConnectAsync(
        EndPoint server, Action<EndPoint>? announce = null, int? receiveBuffer = null)
    {
        var local = _network.NextClient();
        announce?.Invoke(local);
        while (true)
        {
            var error = _network.TryConnect(local, (MemoryEndPoint)server, out var end);
            if (error == SocketError.Success)
            {
                return new MemoryPeer(end);
            }

            if (error != SocketError.WouldBlock)
            {
                throw new SocketException((int)error);
            }

            await Task.Yield();
        }
    }

    public override RawListener Listen() => new MemoryListener((MemoryEndPoint)FreeEndPoint());
}
