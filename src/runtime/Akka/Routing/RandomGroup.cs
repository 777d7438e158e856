using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A group that picks a routee at random.</summary>
public sealed class RandomGroup : Group
{
    public RandomGroup(Config config) : this(PathsIn(config))
    {
    }

    public RandomGroup(params string[] paths) : this((IEnumerable<string>)paths)
    {
    }

    public RandomGroup(IEnumerable<string> paths) : base(paths, null)
    {
    }

    public RandomGroup(IEnumerable<string> paths, string? routerDispatcher) : base(paths, routerDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new RandomLogic());

    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public RandomGroup WithDispatcher(string dispatcher) => new RandomGroup(InternalPaths, dispatcher);
}
