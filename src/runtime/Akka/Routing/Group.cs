using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>A router whose routees are started elsewhere and named by their paths.</summary>
public abstract class Group : RouterConfig, IEquatable<Group>
{
    protected readonly string[] InternalPaths;

    protected Group(IEnumerable<string> paths, string? routerDispatcher)
        : base(routerDispatcher ?? Dispatchers.DefaultDispatcherId)
    {
        InternalPaths = paths.ToArray();
    }

    public override ActorBase CreateRouterActor() => new RouterActor();

    public bool Equals(Group? other) => base.Equals(other) && InternalPaths.SequenceEqual(other!.InternalPaths);

    public override bool Equals(object? obj) => Equals(obj as Group);

    public override int GetHashCode() => HashCode.Combine(GetType(), InternalPaths.Length);

    public abstract IEnumerable<string> GetPaths(ActorSystem system);

    public Props Props() => Actor.Props.Empty.WithRouter(this);

    internal static Routee RouteeFor(string path, IActorContext context) =>
        new ActorSelectionRoutee(context.ActorSelection(path));

    private protected static IEnumerable<string> PathsIn(Config config) => config.GetStringList("routees.paths");
}
