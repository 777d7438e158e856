using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>The connection is over: the last message that it sends to its handler, which then stops.</summary>
internal sealed class CloseNotice(ConnectionClosed closed) : Delivery(closed)
{
    public override bool OnUnhandled(Connection connection) => true;

    public override void OnDone(Connection connection, IActorContext context) => context.Stop(context.Self);
}
