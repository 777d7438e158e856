namespace Akka.Actor;

/// <summary>How systems, contexts and references make selections of paths.</summary>
public static class ActorRefFactoryShared
{
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system)
    {
        var root = ((ExtendedActorSystem)system).Provider.RootGuardianAt(actorPath.Address);
        return new ActorSelection(root, actorPath.Elements);
    }

    /// <summary>A path that begins with a slash starts at the root, one with an address at that system's root, any
    /// other one at <paramref name="lookupRoot"/>.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        if (string.IsNullOrEmpty(path))
            return new ActorSelection(system.DeadLetters, "");
        if (path[0] == '/')
            return new ActorSelection(((ExtendedActorSystem)system).Provider.RootGuardian, path);
        if (!Uri.IsWellFormedUriString(path, UriKind.Absolute))
            return new ActorSelection(lookupRoot, path);
        return ActorPath.TryParse(path, out var actorPath)
            ? ActorSelection(actorPath, system)
            : new ActorSelection(system.DeadLetters, "");
    }

    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path);
}
