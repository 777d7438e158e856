using System.Net;
using Akka.Event;

namespace ActorSockets;

/// <summary>The message of a line that a handler has logged, or that was logged about a connection: a logger that can
/// write properties finds them here.</summary>
public sealed class ConnectionLogMessage : LogMessage
{
    private readonly LogMessage? _message;

    internal ConnectionLogMessage(Connection connection, ILogMessageFormatter formatter, LogMessage message)
        : base(formatter, message.Format)
    {
        _message = message;
        ConnectionId = connection.Id;
        RemoteEndPoint = connection.RemoteEndPoint;
    }

    internal ConnectionLogMessage(Connection connection, ILogMessageFormatter formatter, string text)
        : base(formatter, text)
    {
        ConnectionId = connection.Id;
        RemoteEndPoint = connection.RemoteEndPoint;
    }

    /// <summary>The connection.</summary>
    public ConnectionId ConnectionId { get; }

    /// <summary>The peer's address.</summary>
    public EndPoint RemoteEndPoint { get; }

    /// <inheritdoc/>
    public override IEnumerable<object?> Parameters() => _message?.Parameters() ?? [];

    /// <inheritdoc/>
    public override string Unformatted() => _message?.Unformatted() ?? Format;

    /// <summary>The line as text.</summary>
    public override string ToString() => _message?.ToString() ?? Format;
}
