using System.Net;
using Akka.IO;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>A kind of transport, as the suite of the conversation reaches it: where to bind, and raw peers.</summary>
public abstract class Wire : IDisposable
{
    /// <summary>What a bind needs for it.</summary>
    public virtual IEnumerable<Inet.SocketOption> BindOptions => [];

    /// <summary>What a connect needs for it.</summary>
    public virtual IEnumerable<Inet.SocketOption> ConnectOptions => [];

    /// <summary>An end point that nobody is bound to, or that stands for one.</summary>
    public abstract EndPoint FreeEndPoint();

    /// <summary>Connects, after it has told from where. A size of its receive buffer is a wish.</summary>
    public abstract Task<RawPeer> ConnectAsync(
        EndPoint server, Action<EndPoint>? announce = null, int? receiveBuffer = null);

    public abstract RawListener Listen();

    public RawPeer Connect(EndPoint server, int? receiveBuffer = null) =>
        ConnectAsync(server, null, receiveBuffer).WaitAsync(RawPeer.Bound).GetAwaiter().GetResult();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // Most hold nothing.
    }
}
