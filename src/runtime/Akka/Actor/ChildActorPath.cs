namespace Akka.Actor;

/// <summary>Any path below the root.</summary>
public sealed class ChildActorPath(ActorPath parentPath, string name, long uid)
    : ActorPath(parentPath, name, uid);
