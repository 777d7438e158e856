namespace Akka.Actor;

/// <summary>The top of all paths of one actor system: its address, and no name that shows in a path.</summary>
public sealed class RootActorPath(Address address, string name = "") : ActorPath(name)
{
    internal Address RootAddress { get; } = address;
}
