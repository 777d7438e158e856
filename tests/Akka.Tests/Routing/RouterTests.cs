using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.Tests.Actor;

namespace Akka.Tests.Routing;

public class RouterTests() : KitTest(
    """
    akka.actor.deployment {
      /configured { router = round-robin-pool, nr-of-instances = 3 }
      /grouped { router = random-group, routees.paths = ["/user/a", "/user/b"] }
      /own-pool { router = random-pool, nr-of-instances = 2, pool-dispatcher { type = PinnedDispatcher } }
      /custom { router = "mine", reply = pong }
      /hashing { router = consistent-hashing-pool, nr-of-instances = 2 }
      /weird { router = round-robin-pool, nr-of-instances = 3 }
      "/weird/*" { router = round-robin-pool, nr-of-instances = 2 }
    }
    akka.actor.router.type-mapping.mine = "Akka.Tests.Routing.RouterTests+Mine, Akka.Tests"
    """)
{
    private static readonly Props Routee = Props.Create<EchoSelf>();

    [Fact]
    public void Lets_routees_take_turns()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee));

        var replies = Ask(router, 6);

        Assert.Equal(3, replies.Distinct().Count());
        Assert.Equal(replies.Take(3), replies.Skip(3));
        Assert.All(replies, routee => Assert.Equal(router.Path, routee.Path.Parent));
    }

    [Fact]
    public void Picks_some_routee_at_random()
    {
        var router = Sys.ActorOf(new RandomPool(2).Props(Routee));

        Assert.Equal(2, Ask(router, 100).Distinct().Count());
    }

    [Fact]
    public void Hands_a_message_to_all_routees()
    {
        var router = Sys.ActorOf(new BroadcastPool(4).Props(Routee));

        router.Tell("x");

        Assert.Equal(4, Replies(4).Distinct().Count());
    }

    [Fact]
    public void Hands_a_broadcast_to_all_routees_of_any_router()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee));

        router.Tell(new Broadcast("x"));

        Assert.Equal(3, Replies(3).Distinct().Count());
    }

    [Fact]
    public void Prefers_the_routee_with_nothing_to_do()
    {
        using var gate = new ManualResetEventSlim();
        var router = Sys.ActorOf(new SmallestMailboxPool(2).Props(Props.Create(() => new Blocking(gate))));
        var routees = Routees(router);
        routees[0].Tell("block");
        routees[0].Tell("wait");
        routees[0].Tell("wait");

        for (var i = 0; i < 5; i++)
        {
            router.Tell("self");
            Assert.Equal(routees[1], ExpectMsg<IActorRef>());
        }

        gate.Set();
    }

    [Fact]
    public void Sends_a_key_to_the_same_routee_every_time()
    {
        var router = Sys.ActorOf(new ConsistentHashingPool(5).WithVirtualNodesFactor(17).Props(Routee));

        foreach (object key in new object[] { "a", 17, new Key("c"), Guid.NewGuid(), new byte[] { 1, 2 } })
        {
            router.Tell(new ConsistentHashableEnvelope("1", key));
            router.Tell(new Keyed(key));
            Assert.Equal(ExpectMsg<IActorRef>(), ExpectMsg<IActorRef>());
        }
    }

    [Fact]
    public void Spreads_keys_over_routees()
    {
        var router = Sys.ActorOf(new ConsistentHashingPool(3, message => message).Props(Routee));

        for (var i = 0; i < 100; i++)
        {
            router.Tell("key" + i);
        }

        Assert.Equal(3, Replies(100).Distinct().Count());
    }

    [Fact]
    public void Warns_of_a_message_without_a_key()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.Warning));
        var router = Sys.ActorOf(new ConsistentHashingPool(3).Props(Routee));

        router.Tell("no key");

        Assert.Equal(
            "Message [String] must be handled by hashMapping, or implement [IConsistentHashable] or be wrapped in "
            + "[ConsistentHashableEnvelope]",
            ExpectMsg<Akka.Event.Warning>().Message.ToString());
    }

    [Fact]
    public void Moves_a_dead_routees_keys_and_no_others()
    {
        var router = Sys.ActorOf(new ConsistentHashingPool(3, message => message).Props(Routee));
        var keys = Enumerable.Range(0, 30).Select(i => "key" + i).ToArray();
        var before = Owners(router, keys);
        var dead = before[keys[0]];

        router.Tell(new RemoveRoutee(Akka.Routing.Routee.FromActorRef(dead)));
        Assert.Equal(2, Routees(router).Length);
        var after = Owners(router, keys);

        Assert.DoesNotContain(dead, after.Values);
        Assert.All(keys.Where(key => !before[key].Equals(dead)), key => Assert.Equal(before[key], after[key]));
    }

    [Fact]
    public void Sends_to_paths_whoever_is_there()
    {
        var a = Sys.ActorOf(Routee, "a");
        var b = Sys.ActorOf(Routee, "b");
        var router = Sys.ActorOf(new RoundRobinGroup("/user/a", "/user/b").Props());

        Assert.Equal([a, b, a, b], Ask(router, 4));

        Sys.Stop(router);
        Settle(a);
    }

    [Theory]
    [InlineData(typeof(RandomGroup))]
    [InlineData(typeof(ConsistentHashingGroup))]
    [InlineData(typeof(BroadcastGroup))]
    public void Has_groups_of_each_kind(Type kind)
    {
        var a = Sys.ActorOf(Routee, "a");
        var group = (Group)Activator.CreateInstance(kind, [new[] { "/user/a" }])!;

        Sys.ActorOf(group.Props()).Tell(new ConsistentHashableEnvelope("x", "key"));

        Assert.Equal(a, ExpectMsg<IActorRef>());
    }

    [Fact]
    public void Says_who_its_routees_are()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee));

        Assert.Equal(Ask(router, 2), Routees(router));
    }

    [Fact]
    public void Adds_and_removes_routees_on_request()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee));
        var extra = Sys.ActorOf(Routee, "extra");

        router.Tell(new AddRoutee(new ActorRefRoutee(extra)));
        Assert.Contains(extra, Routees(router));

        router.Tell(new AdjustPoolSize(2));
        Assert.Equal(5, Routees(router).Length);

        router.Tell(new RemoveRoutee(new ActorRefRoutee(extra)));
        Assert.DoesNotContain(extra, Routees(router));

        router.Tell(new AdjustPoolSize(-3));
        Assert.Single(Routees(router));
    }

    [Fact]
    public void Stops_a_removed_child_and_no_foreign_routee()
    {
        var extra = Sys.ActorOf(Routee, "extra");
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee));
        var child = Routees(router)[0];
        Watch(child);

        router.Tell(new AddRoutee(new ActorRefRoutee(extra)));
        router.Tell(new RemoveRoutee(new ActorRefRoutee(extra)));
        router.Tell(new RemoveRoutee(new ActorRefRoutee(child)));

        ExpectTerminated(child);
        Settle(extra);
    }

    [Fact]
    public void Forgets_a_routee_that_stops_and_ends_with_the_last()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee));
        var routees = Routees(router);
        Watch(routees[0]);
        Watch(router);

        Sys.Stop(routees[0]);
        ExpectTerminated(routees[0]);
        Settle(router);
        while (Routees(router).Length == 2)
        {
            Settle(router);
        }

        Assert.Equal([routees[1], routees[1]], Ask(router, 2));
        Sys.Stop(routees[1]);
        ExpectTerminated(router);
    }

    [Fact]
    public void Ends_all_routees_with_the_router()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee));
        var routees = Routees(router);
        Watch(routees[0]);
        Watch(routees[1]);

        router.Tell(PoisonPill.Instance);

        Assert.Equal(routees.ToHashSet(), [ExpectMsg<Terminated>().ActorRef, ExpectMsg<Terminated>().ActorRef]);
    }

    [Fact]
    public void Restarts_a_routee_that_fails_and_leaves_its_siblings_alone()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Props.Create(() => new Fragile(TestActor))));
        var routees = Routees(router);

        router.Tell("fail");
        router.Tell("fail");

        Assert.Equal(
            [routees[0], routees[1]],
            new[] { ExpectMsg<Restarted>().Routee, ExpectMsg<Restarted>().Routee }.OrderBy(routee => routee.Path));
        Assert.Equal(routees, Routees(router));
    }

    [Fact]
    public void Escalates_when_its_strategy_does_and_restarts_all_with_its_router()
    {
        var escalating = new OneForOneStrategy(_ => Directive.Escalate);
        var router = Sys.ActorOf(new RoundRobinPool(3)
            .WithSupervisorStrategy(escalating).Props(Props.Create(() => new Fragile(TestActor))));
        var routees = Routees(router);

        router.Tell("fail");

        Assert.Equal(
            routees, Enumerable.Range(0, 3).Select(_ => ExpectMsg<Restarted>().Routee).OrderBy(routee => routee.Path));
        Assert.Equal(routees, Routees(router));
    }

    [Fact]
    public void Asks_the_strategy_that_it_was_given()
    {
        var strategy = new OneForOneStrategy(cause =>
        {
            TestActor.Tell(cause);
            return Directive.Resume;
        });
        var router = Sys.ActorOf(
            new RoundRobinPool(2).WithSupervisorStrategy(strategy).Props(Props.Create(() => new Fragile(TestActor))));

        router.Tell("fail");

        ExpectMsg<FormatException>();
    }

    [Fact]
    public void Takes_the_configuration_over_the_code()
    {
        var router = Sys.ActorOf(new RandomPool(7).Props(Routee), "configured");

        Assert.IsType<RoundRobinPool>(ConfigOf(router));
        Assert.Equal(3, Routees(router).Length);
    }

    [Fact]
    public void Takes_the_configuration_when_the_code_says_so()
    {
        var router = Sys.ActorOf(FromConfig.Instance.Props(Routee), "configured");

        Assert.Equal(3, Routees(router).Length);
    }

    [Fact]
    public void Takes_the_supervision_from_the_code_when_all_else_is_configured()
    {
        var strategy = new OneForOneStrategy(_ => Directive.Stop);
        var router = Sys.ActorOf(
            FromConfig.Instance.WithSupervisorStrategy(strategy).Props(Routee), "configured");

        Assert.Same(strategy, ((Pool)ConfigOf(router)).SupervisorStrategy);
    }

    [Fact]
    public void Takes_an_explicit_deployment_over_the_props()
    {
        var router = Sys.ActorOf(
            FromConfig.Instance.Props(Routee).WithDeploy(new Deploy(new RoundRobinPool(4))), "unconfigured");

        Assert.Equal(4, Routees(router).Length);
    }

    [Fact]
    public void Reads_a_groups_paths_from_the_configuration()
    {
        var group = Assert.IsType<RandomGroup>(ConfigOf(Sys.ActorOf(FromConfig.Instance.Props(), "grouped")));

        Assert.Equal(["/user/a", "/user/b"], group.GetPaths(Sys));
    }

    [Fact]
    public void Runs_routees_on_the_pools_own_dispatcher()
    {
        var router = Sys.ActorOf(FromConfig.Instance.Props(Routee), "own-pool");

        Assert.Equal(
            ["akka.actor.deployment./own-pool.pool-dispatcher"],
            Routees(router).Select(routee => ((LocalActorRef)routee).Cell.Props.Dispatcher).Distinct());
    }

    [Fact]
    public void Makes_a_router_of_the_users_own_kind()
    {
        var router = Sys.ActorOf(FromConfig.Instance.Props(), "custom");

        router.Tell("reply");

        ExpectMsg("pong");
    }

    [Fact]
    public void Leaves_routees_alone_that_a_wildcard_would_make_routers()
    {
        var router = Sys.ActorOf(FromConfig.Instance.Props(Routee), "weird");

        Assert.All(Routees(router), routee => Assert.IsType<LocalActorRef>(routee));
    }

    [Fact]
    public void Does_not_make_a_router_of_props_that_name_none()
    {
        Assert.IsType<RepointableActorRef>(Sys.ActorOf(Routee, "configured"));
    }

    [Fact]
    public void Refuses_to_go_by_a_configuration_that_is_not_there()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(FromConfig.Instance.Props(Routee), "nowhere"));

        Assert.Equal(
            "Configuration problem while creating [akka://test/user/nowhere] with router dispatcher "
            + "[akka.actor.default-dispatcher] and mailbox [] and routee dispatcher [akka.actor.default-dispatcher] "
            + "and mailbox [].",
            error.Message);
        Assert.Equal(
            "Configuration missing for router [akka://test/user/nowhere] in 'akka.actor.deployment' section.",
            error.InnerException?.Message);
    }

    [Fact]
    public void Names_a_dispatcher_that_is_not_configured()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(new RoundRobinPool(1).WithDispatcher("nowhere").Props(Routee), "r"));

        Assert.Contains("Dispatcher [nowhere] not configured for router of path [akka://test/user/r]", error.Message);
    }

    [Fact]
    public void Names_the_routees_dispatcher_that_is_not_configured()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(new RoundRobinPool(1).Props(Routee.WithDispatcher("nowhere")), "r"));

        Assert.Equal(
            "Dispatcher [nowhere] not configured for routees of path [akka://test/user/r]", error.Message);
    }

    [Fact]
    public void Refuses_to_take_a_mapping_of_keys_from_a_router_of_another_kind()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Sys.ActorOf(new RoundRobinPool(2).Props(Routee), "hashing"));

        Assert.StartsWith("Expected ConsistentHashingPool, got Akka.Routing.RoundRobinPool", error.Message);
    }

    [Fact]
    public void Takes_the_mapping_of_keys_from_the_code_when_all_else_is_configured()
    {
        var router = Sys.ActorOf(new ConsistentHashingPool(7, message => message).Props(Routee), "hashing");

        router.Tell("key");

        Assert.Contains(ExpectMsg<IActorRef>(), Routees(router));
        Assert.Equal(2, Routees(router).Length);
    }

    [Fact]
    public void Stays_without_routees_when_it_is_a_group()
    {
        var a = Sys.ActorOf(Routee, "a");
        var router = Sys.ActorOf(new RoundRobinGroup([]).Props());
        router.Tell(new AddRoutee(new ActorRefRoutee(a)));
        Assert.Equal(a, Routees(router).Single());

        router.Tell(new RemoveRoutee(new ActorRefRoutee(a)));

        Assert.Empty(Routees(router));
        Settle(a);
    }

    [Fact]
    public void Ends_with_the_last_routee_that_is_removed_from_a_pool()
    {
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee));
        var routee = Routees(router).Single();
        Watch(router);

        router.Tell(new RemoveRoutee(new ActorRefRoutee(routee)));

        ExpectTerminated(router);
    }

    [Fact]
    public void Stays_without_routees_when_its_size_is_adjusted_to_none()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee));

        router.Tell(new AdjustPoolSize(-2));
        Assert.Empty(Routees(router));
        router.Tell(new AdjustPoolSize(1));

        Assert.Single(Routees(router));
    }

    [Fact]
    public void Keeps_what_routees_send_before_all_of_them_are_made()
    {
        Sys.ActorOf(new RoundRobinPool(100).Props(Props.Create(() => new Hasty(TestActor))));

        Assert.Equal(100, Replies(100).Distinct().Count());
    }

    [Fact]
    public void Is_created_inside_an_actor_as_well()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent()));

        parent.Tell(new RoundRobinPool(2).Props(Routee));

        Assert.Equal(2, Routees(ExpectMsg<IActorRef>()).Length);
    }

    private static RouterConfig ConfigOf(IActorRef router) =>
        ((RoutedActorCell)((RoutedActorRef)router).Underlying).RouterConfig;

    private IActorRef[] Routees(IActorRef router)
    {
        router.Tell(GetRoutees.Instance);
        return ExpectMsg<Routees>().Members.Select(routee => ((ActorRefRoutee)routee).Actor).ToArray();
    }

    // Asked one at a time: replies of different routees come in any order.
    private IActorRef[] Ask(IActorRef router, int times) => Enumerable.Range(0, times).Select(_ =>
    {
        router.Tell("x");
        return ExpectMsg<IActorRef>();
    }).ToArray();

    private IActorRef[] Replies(int count) => Enumerable.Range(0, count).Select(_ => ExpectMsg<IActorRef>()).ToArray();

    private Dictionary<string, IActorRef> Owners(IActorRef router, string[] keys)
    {
        var owners = new Dictionary<string, IActorRef>();
        foreach (var key in keys)
        {
            router.Tell(key);
            owners[key] = ExpectMsg<IActorRef>();
        }

        return owners;
    }

    public sealed class Mine(Config config) : CustomRouterConfig
    {
        public override Router CreateRouter(ActorSystem system) => new(new MyLogic(config));

        public override Akka.Util.ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }

    private sealed class MyLogic(Config config) : RoutingLogic
    {
        public override Routee Select(object message, Routee[] routees) =>
            new MyRoutee(config.GetString(message.ToString()!));
    }

    private sealed class MyRoutee(string reply) : Routee
    {
        public override void Send(object message, IActorRef sender) => sender.Tell(reply);
    }

    private sealed record Key(string Name);

    private sealed record Keyed(object ConsistentHashKey) : IConsistentHashable;

    private sealed record Restarted(IActorRef Routee);

    private sealed class EchoSelf : ReceiveActor
    {
        public EchoSelf() => ReceiveAny(_ => Sender.Tell(Self));
    }

    private sealed class Blocking : ReceiveActor
    {
        public Blocking(ManualResetEventSlim gate)
        {
            Receive<string>(text => text == "block", _ => gate.Wait());
            Receive<string>(text => text == "self", _ => Sender.Tell(Self));
            ReceiveAny(_ => { });
        }
    }

    private sealed class Fragile(IActorRef peer) : UntypedActor
    {
        protected override void OnReceive(object message) => throw new FormatException("ouch");

        protected override void PostRestart(Exception reason) => peer.Tell(new Restarted(Self));
    }

    private sealed class Hasty : ReceiveActor
    {
        public Hasty(IActorRef peer)
        {
            Context.Parent.Tell("one");
            Receive<string>(_ => peer.Tell(Self));
        }
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent() => Receive<Props>(props => Sender.Tell(Context.ActorOf(props)));
    }
}
