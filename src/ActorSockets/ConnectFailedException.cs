using System.Net;

namespace ActorSockets;

/// <summary>A client could not connect.</summary>
#pragma warning disable CA1032 // there is no such failure without an address
public sealed class ConnectFailedException : IOException
#pragma warning restore CA1032
{
    internal ConnectFailedException(EndPoint endPoint, string why, Exception? cause)
        : base($"Cannot connect to {endPoint}: {why}.", cause) =>
        EndPoint = endPoint;

    /// <summary>The address to connect to.</summary>
    public EndPoint EndPoint { get; }
}
