using Akka.Actor;
using Akka.Dispatch;
using Akka.Routing;

namespace Akka.Tests.Routing;

public class RouterConfigTests
{
    private static readonly Pool[] Pools =
    [
        new RoundRobinPool(3), new RandomPool(3), new BroadcastPool(3), new SmallestMailboxPool(3),
        new ConsistentHashingPool(3),
    ];

    private static readonly Group[] Groups =
    [
        new RoundRobinGroup("/user/a"), new RandomGroup("/user/a"), new BroadcastGroup("/user/a"),
        new ConsistentHashingGroup("/user/a"),
    ];

    [Fact]
    public void Runs_a_router_on_the_default_dispatcher_unless_told_otherwise()
    {
        Assert.All(Pools, pool => Assert.Equal(Dispatchers.DefaultDispatcherId, pool.RouterDispatcher));
        Assert.All(Groups, group => Assert.Equal(Dispatchers.DefaultDispatcherId, group.RouterDispatcher));
        Assert.Equal(Dispatchers.DefaultDispatcherId, new Custom().RouterDispatcher);
        Assert.Equal("other", new RoundRobinPool(3).WithDispatcher("other").RouterDispatcher);
        Assert.Equal("other", new RoundRobinGroup("/user/a").WithDispatcher("other").RouterDispatcher);
    }

    [Fact]
    public void Lets_only_pools_end_with_their_last_routee()
    {
        Assert.All(Pools, pool => Assert.True(pool.StopRouterWhenAllRouteesRemoved));
        Assert.All(Groups, group => Assert.False(group.StopRouterWhenAllRouteesRemoved));
        Assert.False(new Custom().StopRouterWhenAllRouteesRemoved);
        Assert.True(NoRouter.Instance.StopRouterWhenAllRouteesRemoved);
    }

    [Fact]
    public void Supervises_routees_as_any_actor_does_its_children()
    {
        Assert.Same(SupervisorStrategy.DefaultStrategy, Pool.DefaultSupervisorStrategy);
        Assert.All(Pools, pool => Assert.Same(SupervisorStrategy.DefaultStrategy, pool.SupervisorStrategy));
    }

    [Fact]
    public void Compares_pools_by_size_and_use_of_a_dispatcher()
    {
        var pool = new RoundRobinPool(3);

        Assert.Equal(pool, new RoundRobinPool(3).WithDispatcher("other"));
        Assert.Equal(pool.GetHashCode(), new RoundRobinPool(3).GetHashCode());
        Assert.NotEqual(pool, new RoundRobinPool(4));
        Assert.NotEqual(pool, new RoundRobinPool(3, null, Pool.DefaultSupervisorStrategy, null, true));
        Assert.False(pool.Equals((object)new RandomPool(3)));
        Assert.True(pool.Equals((Pool)new RandomPool(3)));
    }

    [Fact]
    public void Compares_groups_by_their_paths()
    {
        var group = new RoundRobinGroup("/user/a", "/user/b");

        Assert.Equal(group, new RoundRobinGroup(["/user/a", "/user/b"], "other"));
        Assert.Equal(group.GetHashCode(), new RoundRobinGroup("/user/a", "/user/b").GetHashCode());
        Assert.NotEqual(group, new RoundRobinGroup("/user/b", "/user/a"));
        Assert.False(group.Equals((object)new RandomGroup("/user/a", "/user/b")));
    }

    [Fact]
    public void Compares_routers_in_general_by_kind_and_dispatcher()
    {
        RouterConfig custom = new Custom();

        Assert.Equal(custom, new Custom());
        Assert.NotEqual(custom, NoRouter.Instance);
        Assert.Equal<RouterConfig>(NoRouter.Instance, NoRouter.Instance);
        Assert.False(((RouterConfig)new RoundRobinPool(3)).Equals(new RoundRobinPool(3).WithDispatcher("other")));
    }

    [Fact]
    public void Takes_from_the_other_what_it_leaves_open()
    {
        var strategy = new OneForOneStrategy(_ => Directive.Stop);
        var other = new RoundRobinPool(9).WithSupervisorStrategy(strategy);

        var merged = (RandomPool)new RandomPool(3).WithFallback(other);

        Assert.Same(strategy, merged.SupervisorStrategy);
        Assert.Equal(3, merged.NrOfInstances);
        Assert.Same(strategy, ((Pool)other.WithFallback(new RandomPool(1))).SupervisorStrategy);
        Assert.Same(other, NoRouter.Instance.WithFallback(other));
    }

    [Fact]
    public void Says_what_a_router_that_is_none_can_not_do()
    {
        Refuses("NoRouter has no Router", () => NoRouter.Instance.CreateRouter(null!));
        Refuses("NoRouter must not create RouterActor", () => NoRouter.Instance.CreateRouterActor());
        Refuses("NoRouter has no dispatcher", () => NoRouter.Instance.RouterDispatcher);
        Refuses("FromConfig must not create Router", () => FromConfig.Instance.CreateRouter(null!));
        Refuses("FromConfig must not create RouterActor", () => FromConfig.Instance.CreateRouterActor());
    }

    private static void Refuses(string message, Func<object?> use) =>
        Assert.Equal(message, Assert.Throws<NotSupportedException>(use).Message);

    private sealed class Custom : CustomRouterConfig
    {
        public override Router CreateRouter(ActorSystem system) => new(new RandomLogic());

        public override Akka.Util.ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }
}
