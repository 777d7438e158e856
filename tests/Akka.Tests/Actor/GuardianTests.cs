using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Actor;

public class GuardianTests : KitTest
{
    private const string Quiet = "akka { stdout-loglevel = OFF, loglevel = DEBUG }\n";

    [Fact]
    public void Restarts_top_level_actors_by_default()
    {
        var actor = Act((context, message) =>
        {
            if (message is Exception cause) throw cause;
            context.Sender.Tell(message);
        });

        EventFilter.Exception<InvalidOperationException>("?")
            .ExpectOne(() => actor.Tell(new InvalidOperationException("?")));
        actor.Tell("alive?");

        ExpectMsg("alive?");
    }

    [Fact]
    public async Task Stops_top_level_actors_when_its_strategy_is_to_stop()
    {
        using var system = New("akka.actor.guardian-supervisor-strategy = \"Akka.Actor.StoppingSupervisorStrategy\"");
        var actor = system.ActorOf(Props.Create(() => new ScriptedActor((_, _) => Throw())));

        actor.Tell("fail");

        Assert.True(await actor.WatchAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task Ends_the_system_when_it_escalates()
    {
        var system = New($"akka.actor.guardian-supervisor-strategy = \"{typeof(Escalating).AssemblyQualifiedName}\"");
        var errors = CreateTestProbe();
        system.EventStream.Subscribe(errors, typeof(Error));
        var actor = system.ActorOf(Props.Create(() => new ScriptedActor((_, _) => Throw())));

        actor.Tell("fail");

        await system.WhenTerminated.WaitAsync(Patience);
        Assert.Equal("Guardian failed. Shutting down system", errors.ExpectMsg<Error>().Message.ToString());
    }

    [Fact]
    public async Task Alone_creates_top_level_actors_when_it_is_the_users_own()
    {
        var config = ConfigurationFactory.ParseString(Quiet);
        var system = new ActorSystemImpl(
            "own", config, ActorSystemSetup.Empty, Props.Create(() => new ScriptedActor((_, _) => Throw())));
        system.Start();

        var refusal = Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty, "top"));

        Assert.Equal(
            "cannot create top-level actor [top ]from the outside on ActorSystem with custom user guardian",
            refusal.Message);
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public void Makes_dead_letters_of_messages()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection("/user").Tell("hello", TestActor);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal(("hello", TestActor), (letter.Message, letter.Sender));
        Assert.Equal("/user", letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task Takes_the_system_with_it_when_it_is_stopped()
    {
        var system = New("");

        ((ExtendedActorSystem)system).Guardian.Stop();

        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public void Names_a_strategy_that_is_not_there()
    {
        var failure = Assert.Throws<ConfigurationException>(
            () => New("akka.actor.guardian-supervisor-strategy = nowhere"));

        Assert.Equal("Could not resolve SupervisorStrategyConfigurator type nowhere", failure.Message);
    }

    private static ActorSystem New(string config) =>
        ActorSystem.Create("guarded", ConfigurationFactory.ParseString(Quiet + config));

    private static void Throw() => throw new InvalidOperationException("ordered");

    public class Escalating : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
    }
}
