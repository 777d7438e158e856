using System.Collections.Concurrent;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine.Memory;

/// <summary>
/// Where the names of <see cref="MemoryEndPoint"/>s mean something. Each is apart from all others, so that tests need
/// not agree on names; actor systems and threads can share one.
/// </summary>
/// <param name="capacity">What a connection holds in each direction, in bytes, as a socket's buffers do.</param>
internal sealed class MemoryNetwork(int capacity = MemoryNetwork.DefaultCapacity)
{
    public const int DefaultCapacity = 64 * 1024;

    private readonly ConcurrentDictionary<string, MemoryAcceptor> _acceptors = new();
    private int _clients;

    public MemoryEndPoint this[string name] => new(this, name);

    /// <summary>The end point of somebody who has not asked for one.</summary>
    public MemoryEndPoint NextClient() => this[$"client-{Interlocked.Increment(ref _clients)}"];

    /// <summary>A connection to whoever accepts there. Any thread.</summary>
    public SocketError TryConnect(MemoryEndPoint local, MemoryEndPoint remote, out MemoryEnd client)
    {
        (client, var server) = MemoryEnd.CreatePair(local, remote, capacity);
        return _acceptors.TryGetValue(remote.Name, out var acceptor)
            ? acceptor.Offer(server)
            : SocketError.ConnectionRefused;
    }

    public bool TryBind(MemoryAcceptor acceptor) => _acceptors.TryAdd(acceptor.Name, acceptor);

    public void Unbind(MemoryAcceptor acceptor) => _acceptors.TryRemove(new(acceptor.Name, acceptor));
}
