using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>The server drains. A handler that says nothing to that lets its connection be closed.</summary>
internal sealed class DrainNotice(Draining draining) : Delivery(draining)
{
    public override bool OnUnhandled(Connection connection)
    {
        connection.CloseFor(CloseReason.Drained);
        return true;
    }

    public override void OnDone(Connection connection, IActorContext context)
    {
        // The handler that took it closes the connection when it likes, or is aborted at the deadline.
    }
}
