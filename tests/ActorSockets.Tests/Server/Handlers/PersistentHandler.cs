using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Goes on after its peer has finished, and after its server has begun to drain.</summary>
public sealed class PersistentHandler : ConnectionActor
{
    public PersistentHandler(IActorRef test)
    {
        Receive<PeerFinished>(finished => test.Tell(finished));
        Receive<Draining>(draining => test.Tell(draining));
        Receive<ConnectionClosed>(closed => test.Tell(closed));
        Receive<string>(line => line == "done", _ => Connection.Close());
    }
}
