using System.Net;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>Something to connect to, without any actor.</summary>
public abstract class RawListener(EndPoint endPoint) : IDisposable
{
    public EndPoint EndPoint { get; } = endPoint;

    public RawPeer Accept() => TryAccept(RawPeer.Bound) ?? throw new TimeoutException("Nobody has connected.");

    /// <summary>Null when nobody connects within the time.</summary>
    public abstract RawPeer? TryAccept(TimeSpan atMost);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
