using Akka.Actor;
using Akka.Pattern;

namespace Akka.Tests.Pattern;

public class BackoffOnFailureTests : BackoffTest
{
    private BackoffOptions Options => Backoff.OnFailure(ChildProps, "child", Ms(100), Ms(300), 0.0);

    [Fact]
    public void Starts_its_child_again_later_each_time_when_it_fails()
    {
        var supervisor = Start(Options.WithManualReset());

        ExpectDelays(supervisor, new FormatException(), 100, 200, 300);
    }

    [Fact]
    public void Stops_when_its_child_stops_of_itself()
    {
        var supervisor = Start(Options);
        Watch(supervisor);

        ChildOf(supervisor).Tell(PoisonPill.Instance);

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Stops_when_its_strategy_stops_the_child()
    {
        var supervisor = Start(Options.WithSupervisorStrategy(RestartOnFormat));
        Watch(supervisor);

        ChildOf(supervisor).Tell(new InvalidOperationException("expected"));

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Stops_after_so_many_restarts()
    {
        var supervisor = Start(Options.WithManualReset().WithMaxNrOfRetries(2));
        for (var i = 0; i < 2; i++)
        {
            End(supervisor, new FormatException());
            Advance(300);
            ExpectMsg("started");
        }

        Watch(supervisor);
        ChildOf(supervisor).Tell(new FormatException());

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Forgets_its_restarts_when_the_child_has_lived_long_enough()
    {
        var supervisor = Start(Options.WithAutoReset(Ms(250)).WithMaxNrOfRetries(1));

        for (var i = 0; i < 3; i++)
        {
            End(supervisor, new FormatException());
            Advance(100);
            ExpectMsg("started");
            Assert.Equal(1, RestartsOf(supervisor));
            Advance(250);
            Assert.Equal(0, RestartsOf(supervisor));
        }
    }

    [Fact]
    public void Takes_messages_while_its_child_is_ending()
    {
        using var gate = new ManualResetEventSlim();
        var props = Props.Create(() => new Reluctant(gate, TestActor));
        var supervisor = Start(Backoff.OnFailure(props, "child", Ms(100), Ms(300), 0.0));
        var child = ChildOf(supervisor);

        child.Tell("fail");
        ExpectMsg("ending");
        Assert.Equal(child, ChildOf(supervisor));
        Assert.Equal(0, RestartsOf(supervisor));
        gate.Set();
        AwaitCondition(() => ChildOf(supervisor) is null, Patience, Ms(1));
        Advance(100);

        ExpectMsg("started");
        Assert.Equal(1, RestartsOf(supervisor));
    }

    private sealed class Reluctant : UntypedActor
    {
        private readonly ManualResetEventSlim _gate;
        private readonly IActorRef _test;

        public Reluctant(ManualResetEventSlim gate, IActorRef test)
        {
            _gate = gate;
            _test = test;
            _test.Tell("started");
        }

        protected override void OnReceive(object message) => throw new FormatException("expected");

        protected override void PostStop()
        {
            _test.Tell("ending");
            _gate.Wait(Patience);
        }
    }
}
