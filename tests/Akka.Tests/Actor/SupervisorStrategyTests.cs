using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class SupervisorStrategyTests : KitTest
{
    [Fact]
    public void Keeps_the_state_when_it_resumes_and_warns()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Resume));

        child.Tell("count");
        child.Tell(new FormatException("ouch"));
        child.Tell("count");

        ExpectMsg(1);
        var warning = ExpectMsg<Warning>();
        Assert.Equal(("ouch", child.Path.ToString()), (warning.Message.ToString(), warning.LogSource));
        Assert.Equal(typeof(OneForOneStrategy), warning.LogClass);
        ExpectMsg(2);
    }

    [Fact]
    public void Loses_the_state_when_it_restarts_and_logs_an_error()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Restart));
        var cause = new FormatException("ouch");

        child.Tell("count");
        child.Tell(cause);
        child.Tell("count");

        ExpectMsg(1);
        var error = ExpectMsg<Error>();
        Assert.Equal(("ouch", child.Path.ToString()), (error.Message.ToString(), error.LogSource));
        Assert.Same(cause, error.Cause);
        ExpectMsg(1);
    }

    [Fact]
    public void Stops_and_logs_an_error()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Stop));
        Watch(child);

        child.Tell(new FormatException("ouch"));

        Assert.Equal("ouch", ExpectMsg<Error>().Message.ToString());
        ExpectTerminated(child);
    }

    [Fact]
    public void Logs_an_escalated_failure_once_where_it_is_dealt_with()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Escalate));

        child.Tell(new FormatException("ouch"));

        var error = ExpectMsg<Error>();
        Assert.Equal(("ouch", child.Path.Parent.ToString()), (error.Message.ToString(), error.LogSource));
    }

    [Fact]
    public void Says_nothing_when_it_shall_not_log()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Stop, loggingEnabled: false));
        Watch(child);

        child.Tell(new FormatException("ouch"));

        ExpectTerminated(child);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_ones_own_logs_only_when_it_says_so(bool isLogging)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        var child = ChildOf(new StopAll(isLogging));
        Watch(child);

        child.Tell(new FormatException("ouch"));

        if (isLogging) Assert.Equal((typeof(StopAll), "ouch"), Shown(ExpectMsg<Error>()));
        ExpectTerminated(child);

        static (Type, string?) Shown(Error error) => (error.LogClass, error.Message.ToString());
    }

    [Fact]
    public void Logs_what_went_wrong_inside_a_constructor()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        Sys.ActorOf(Props.Create(() => new Stillborn()));

        var error = ExpectMsg<Error>();
        Assert.Equal(
            $"Error while creating actor instance of type {typeof(Stillborn)} with 0 args: ()",
            error.Message.ToString());
        Assert.Equal("Exception during creation", Assert.IsType<ActorInitializationException>(error.Cause).Message);
    }

    [Fact]
    public void Stops_when_the_restarts_are_used_up()
    {
        var child = ChildOf(new OneForOneStrategy(2, 3_600_000, _ => Directive.Restart));
        Watch(child);

        child.Tell(new FormatException());
        child.Tell(new FormatException());
        child.Tell("count");
        child.Tell(new FormatException());

        ExpectMsg(1);
        ExpectTerminated(child);
    }

    [Fact]
    public void Restarts_all_children_when_one_fails_and_all_stand_for_one()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(new AllForOneStrategy(_ => Directive.Restart))));
        var (first, second) = (ChildOf(parent), ChildOf(parent));
        Sys.EventStream.Subscribe(TestActor, typeof(Restarted));

        first.Tell(new FormatException());

        Assert.Equal(
            new HashSet<IActorRef> { first, second }, [ExpectMsg<Restarted>().Actor, ExpectMsg<Restarted>().Actor]);
    }

    [Fact]
    public void Stops_all_children_when_one_is_out_of_restarts()
    {
        var parent = Sys.ActorOf(
            Props.Create(() => new Parent(new AllForOneStrategy(0, -1, _ => Directive.Restart, true))));
        var (first, second) = (ChildOf(parent), ChildOf(parent));
        Watch(first);
        Watch(second);

        first.Tell(new FormatException());

        Assert.Equal(
            new HashSet<IActorRef> { first, second },
            [ExpectMsg<Terminated>().ActorRef, ExpectMsg<Terminated>().ActorRef]);
    }

    [Fact]
    public void Takes_the_strategy_of_the_props_over_the_actors()
    {
        var props = Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Restart)))
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop));
        var child = ChildOf(Sys.ActorOf(props));
        Watch(child);

        child.Tell(new FormatException());

        ExpectTerminated(child);
    }

    [Fact]
    public void Tells_a_strategy_of_a_childs_end()
    {
        var strategy = new Witness(TestActor);
        var child = ChildOf(strategy);

        child.Tell(PoisonPill.Instance);

        ExpectMsg($"terminated {child}");
    }

    [Theory]
    [InlineData("Akka.Actor.DefaultSupervisorStrategy", typeof(DefaultSupervisorStrategy))]
    [InlineData("Akka.Actor.StoppingSupervisorStrategy", typeof(StoppingSupervisorStrategy))]
    public void Finds_a_configurator_by_name(string name, Type type)
    {
        Assert.IsType(type, SupervisorStrategyConfigurator.CreateConfigurator(name));
    }

    [Fact]
    public void Names_a_configurator_that_is_not_there()
    {
        var error = Assert.Throws<Akka.Configuration.ConfigurationException>(
            () => SupervisorStrategyConfigurator.CreateConfigurator("Nowhere.ToBe.Found, Nowhere"));

        Assert.Contains("Nowhere.ToBe.Found, Nowhere", error.Message);
    }

    private IActorRef ChildOf(SupervisorStrategy strategy) =>
        ChildOf(Sys.ActorOf(Props.Create(() => new Parent(strategy))));

    private IActorRef ChildOf(IActorRef parent)
    {
        parent.Tell("child");
        return ExpectMsg<IActorRef>();
    }

    private sealed record Restarted(IActorRef Actor);

    private sealed class Witness(IActorRef peer) : OneForOneStrategy(_ => Directive.Stop)
    {
        public override void HandleChildTerminated(
            IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children) =>
            peer.Tell($"terminated {child}");
    }

    private sealed class StopAll : SupervisorStrategy
    {
        public StopAll(bool isLogging) => LoggingEnabled = isLogging;

        public override IDecider Decider => DefaultDecider;

        public override void HandleChildTerminated(
            IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
        {
        }

        public override void ProcessFailure(
            IActorContext context,
            bool restart,
            IActorRef child,
            Exception cause,
            Akka.Actor.Internal.ChildRestartStats stats,
            IReadOnlyCollection<Akka.Actor.Internal.ChildRestartStats> children) => context.Stop(child);

        public override Akka.Util.ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();

        protected override Directive Handle(IActorRef child, Exception exception) => Directive.Stop;
    }

    private sealed class Parent(SupervisorStrategy strategy) : UntypedActor
    {
        protected override SupervisorStrategy SupervisorStrategy() => strategy;

        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf<Child>());
    }

    private sealed class Child : UntypedActor
    {
        private int _count;

        protected override void PostRestart(Exception reason) =>
            Context.System.EventStream.Publish(new Restarted(Self));

        protected override void OnReceive(object message)
        {
            if (message is Exception cause)
            {
                throw cause;
            }

            Sender.Tell(++_count);
        }
    }

    private sealed class Stillborn : UntypedActor
    {
        public Stillborn() => throw new FormatException("ouch");

        protected override void OnReceive(object message)
        {
        }
    }
}
