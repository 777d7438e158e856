using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>The one <see cref="SocketsActor"/> of an actor system.</summary>
internal sealed class SocketsExtension(ActorSystem system) : IExtension
{
    public IActorRef Root { get; } = system.ActorOf(SocketsActor.Props, "sockets");

    public static SocketsExtension For(ActorSystem system) => Provider.Instance.Apply(system);

    private sealed class Provider : ExtensionIdProvider<SocketsExtension>
    {
        public static Provider Instance { get; } = new();

        public override SocketsExtension CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
