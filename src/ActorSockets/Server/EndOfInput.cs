using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>No more frames will come, because the peer has finished or has sent what is no frame. Travels behind the
/// frames, so that the answers to them are sent before the connection closes.</summary>
/// <param name="reason">Why the connection closes.</param>
/// <param name="detail">The same in words; null when the reason says it all.</param>
/// <param name="reply">What the peer is told first; null for nothing.</param>
/// <param name="isForHandler">Whether the handler is asked first, by <see cref="PeerFinished"/>.</param>
internal sealed class EndOfInput(CloseReason reason, string? detail, object? reply, bool isForHandler)
    : Delivery(PeerFinished.Instance)
{
    public override bool IsForHandler { get; } = isForHandler;

    public override bool OnUnhandled(Connection connection)
    {
        if (reply is not null)
            connection.Send(reply);
        connection.CloseFor(reason, detail);
        return true;
    }

    public override void OnDone(Connection connection, IActorContext context)
    {
        // Nothing to give back: the connection goes on where the handler took the message, and is closing otherwise.
    }
}
