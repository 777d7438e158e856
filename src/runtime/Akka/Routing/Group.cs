using Akka.Actor;
using Akka.Configuration;

namespace Akka.Routing;

/// <summary>A router whose routees are started elsewhere and named by their paths.</summary>
public abstract class Group : RouterConfig, IEquatable<Group>
{
    protected readonly string[] InternalPaths;

    protected Group(IEnumerable<string>? paths, string? routerDispatcher)
        : base(routerDispatcher)
    {
        InternalPaths = paths?.ToArray() ?? [];
    }

    public override ActorBase CreateRouterActor() => new RouterActor();

    public bool Equals(Group? other) => other is not null && InternalPaths.SequenceEqual(other.InternalPaths);

    public override bool Equals(object? obj) => obj is Group other && GetType() == other.GetType() && Equals(other);

    public override int GetHashCode() => HashCode.Combine(GetType(), InternalPaths.Length);

    public abstract IEnumerable<string> GetPaths(ActorSystem system);

    public Props Props() => Actor.Props.Empty.WithRouter(this);

    internal static Routee RouteeFor(string path, IActorContext context) =>
        new ActorSelectionRoutee(context.ActorSelection(path));

    private protected static IEnumerable<string> PathsIn(Config config) => config.GetStringList("routees.paths");
}
