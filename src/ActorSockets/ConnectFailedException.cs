using System.Net;

namespace ActorSockets;

/// <summary>A client could not connect.</summary>
#pragma warning disable CA1032 // there is no such failure without an address
public sealed class ConnectFailedException : IOException
#pragma warning restore CA1032
{
    /// <summary>Creates the exception.</summary>
    /// <param name="endPoint">The address to connect to.</param>
    /// <param name="why">The cause in words.</param>
    /// <param name="cause">What the operating system reported.</param>
    public ConnectFailedException(EndPoint endPoint, string why, Exception? cause)
        : base($"Cannot connect to {endPoint}: {why}.", cause) =>
        EndPoint = endPoint;

    /// <summary>The address to connect to.</summary>
    public EndPoint EndPoint { get; }
}
