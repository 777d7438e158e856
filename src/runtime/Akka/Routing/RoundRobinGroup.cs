using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A group whose routees take turns.</summary>
public sealed class RoundRobinGroup : Group
{
    public RoundRobinGroup(Config config) : this(PathsIn(config))
    {
    }

    public RoundRobinGroup(params string[] paths) : this((IEnumerable<string>)paths)
    {
    }

    public RoundRobinGroup(IEnumerable<string> paths) : base(paths, null)
    {
    }

    public RoundRobinGroup(IEnumerable<string> paths, string? routerDispatcher) : base(paths, routerDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new RoundRobinRoutingLogic());

    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public Group WithDispatcher(string dispatcherId) => new RoundRobinGroup(InternalPaths, dispatcherId);
}
