namespace Akka.Actor;

/// <summary>Swallows every message without a dead letter.</summary>
internal sealed class IgnoreActorRef : MinimalActorRef
{
    private static readonly ActorPath IgnorePath =
        new RootActorPath(new Address("akka", "local")) / "ignore";

    public IgnoreActorRef(IActorRefProvider provider) => Provider = provider;

    public override ActorPath Path => IgnorePath;

    public override IActorRefProvider Provider { get; }
}
