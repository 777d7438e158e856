using System.Net;

namespace ActorSockets;

/// <summary>A server could not start because one of its listeners could not bind its address. Listeners that were bound
/// already have been closed again.</summary>
#pragma warning disable CA1032 // there is no such failure without a listener and an address
public sealed class BindFailedException : IOException
#pragma warning restore CA1032
{
    internal BindFailedException(string listener, EndPoint endPoint, string why, Exception? cause)
        : base($"Listener {listener} cannot listen on {endPoint}: {why}.", cause)
    {
        Listener = listener;
        EndPoint = endPoint;
    }

    /// <summary>The listener, as <c>server/listener</c>.</summary>
    public string Listener { get; }

    /// <summary>The address that it was to listen on.</summary>
    public EndPoint EndPoint { get; }
}
