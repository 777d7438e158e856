using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A group all of whose routees get every message.</summary>
public sealed class BroadcastGroup : Group
{
    public BroadcastGroup(Config config) : this(PathsIn(config))
    {
    }

    public BroadcastGroup(params string[] paths) : this((IEnumerable<string>)paths)
    {
    }

    public BroadcastGroup(IEnumerable<string> paths) : base(paths, null)
    {
    }

    public BroadcastGroup(IEnumerable<string> paths, string? routerDispatcher) : base(paths, routerDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new BroadcastRoutingLogic());

    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public Group WithDispatcher(string dispatcher) => new BroadcastGroup(InternalPaths, dispatcher);
}
