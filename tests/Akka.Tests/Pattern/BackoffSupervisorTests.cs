using Akka.Actor;
using Akka.Event;
using Akka.Pattern;

namespace Akka.Tests.Pattern;

public class BackoffSupervisorTests : BackoffTest
{
    private BackoffOptions Options => Backoff.OnStop(ChildProps, "child", Ms(100), Ms(300), 0.0);

    [Fact]
    public void Passes_messages_to_its_child_in_the_name_of_the_sender()
    {
        var supervisor = Start(Options);

        supervisor.Tell("hello", TestActor);

        ExpectMsg("hello");
        Assert.Equal(TestActor, LastSender);
        Assert.Equal("child", ChildOf(supervisor).Path.Name);
    }

    [Fact]
    public void Passes_messages_of_its_child_to_its_parent()
    {
        var options = Options;
        Sys.ActorOf(Props.Create(() => new Parent(TestActor, BackoffSupervisor.Props(options))));
        ExpectMsg("started");
        var child = LastSender;

        child.Tell(("parent", (object)"from the child"));

        ExpectMsg(("from the child", (ActorPath)child.Path.Parent));
    }

    [Fact]
    public void Starts_its_child_again_later_each_time_when_it_stops()
    {
        var supervisor = Start(Options.WithManualReset());

        ExpectDelays(supervisor, PoisonPill.Instance, 100, 200, 300, 300);
    }

    [Fact]
    public void Starts_its_child_again_when_its_strategy_stops_it()
    {
        var supervisor = Start(Options.WithSupervisorStrategy(StopOnFormat));

        End(supervisor, new FormatException());
        Advance(100);

        ExpectMsg("started");
    }

    [Fact]
    public void Stops_a_child_that_fails_by_the_default_stopping_strategy()
    {
        var supervisor = Start(Options.WithDefaultStoppingStrategy().WithManualReset());

        End(supervisor, new FormatException());

        Assert.Equal(1, RestartsOf(supervisor));
    }

    [Fact]
    public void Leaves_a_restart_to_its_strategy_otherwise()
    {
        var supervisor = Start(Options);
        var child = ChildOf(supervisor);

        child.Tell(new FormatException());

        ExpectMsg("started");
        Assert.Equal(child, ChildOf(supervisor));
        Assert.Equal(0, RestartsOf(supervisor));
    }

    [Fact]
    public void Forgets_its_restarts_when_the_child_has_lived_long_enough()
    {
        var supervisor = Start(Options.WithAutoReset(Ms(250)));
        End(supervisor, PoisonPill.Instance);
        Advance(100);
        ExpectMsg("started");

        Assert.Equal(1, RestartsOf(supervisor));
        Advance(249);
        Assert.Equal(1, RestartsOf(supervisor));
        Advance(1);

        Assert.Equal(0, RestartsOf(supervisor));
    }

    [Fact]
    public void Forgets_its_restarts_when_told_to()
    {
        var supervisor = Start(Options.WithManualReset());
        End(supervisor, PoisonPill.Instance);
        Advance(100);
        ExpectMsg("started");
        Assert.Equal(1, RestartsOf(supervisor));

        supervisor.Tell(BackoffSupervisor.Reset.Instance);

        Assert.Equal(0, RestartsOf(supervisor));
    }

    [Fact]
    public void Does_not_handle_a_reset_when_it_resets_itself()
    {
        var supervisor = Start(Options);
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));

        supervisor.Tell(BackoffSupervisor.Reset.Instance);

        ExpectMsg<UnhandledMessage>();
    }

    [Fact]
    public void Stops_after_so_many_restarts()
    {
        var supervisor = Start(Options.WithManualReset().WithMaxNrOfRetries(2));
        for (var i = 0; i < 2; i++)
        {
            End(supervisor, PoisonPill.Instance);
            Advance(300);
            ExpectMsg("started");
        }

        Watch(supervisor);
        ChildOf(supervisor).Tell(PoisonPill.Instance);

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Makes_dead_letters_of_messages_while_it_has_no_child()
    {
        var supervisor = Start(Options);
        End(supervisor, PoisonPill.Instance);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        supervisor.Tell("lost", TestActor);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public void Replies_while_it_has_no_child_when_told_what()
    {
        var supervisor = Start(Options.WithReplyWhileStopped("come back later"));
        End(supervisor, PoisonPill.Instance);

        supervisor.Tell("hello", TestActor);

        ExpectMsg("come back later");
    }

    [Fact]
    public void Stops_with_its_child_after_a_final_message()
    {
        var supervisor = Start(Options.WithFinalStopMessage(message => message is "final"));
        Watch(supervisor);

        supervisor.Tell("final");
        ExpectMsg("final");
        ChildOf(supervisor).Tell(PoisonPill.Instance);

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Stops_at_a_final_message_while_it_has_no_child()
    {
        var supervisor = Start(Options.WithFinalStopMessage(message => message is "final"));
        End(supervisor, PoisonPill.Instance);
        Watch(supervisor);

        supervisor.Tell("not final");
        supervisor.Tell("final");

        ExpectTerminated(supervisor);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 300, 420, 300)]
    [InlineData(2, 5, 7, 7)]
    [InlineData(2, 5, 604_800, 20)]
    [InlineData(29, 864_000_000, 864_000_000, 864_000_000)]
    [InlineData(int.MaxValue, 864_000_000, 864_000_000, 864_000_000)]
    public void Doubles_the_delay_up_to_its_maximum(int restarts, int minimum, int maximum, int expected)
    {
        var delay = BackoffSupervisor.CalculateDelay(restarts, Seconds(minimum), Seconds(maximum), 0);

        Assert.Equal(Seconds(expected), delay);
    }

    [Fact]
    public void Adds_a_random_share_to_the_delay() => Assert.All(
        Enumerable.Range(0, 1_000),
        _ => Assert.InRange(BackoffSupervisor.CalculateDelay(1, Ms(100), Ms(1_000), 0.5), Ms(200), Ms(300)));

    [Fact]
    public void Takes_any_time_for_the_one_that_a_child_has_to_live()
    {
        Start(Options.WithAutoReset(Ms(99)));
        Start(Options.WithAutoReset(Ms(1_000)));
    }

    [Fact]
    public void Refuses_times_and_factors_that_make_no_sense()
    {
        Refused(Backoff.OnStop(ChildProps, "child", Ms(0), Ms(1), 0));
        Refused(Backoff.OnStop(ChildProps, "child", Ms(2), Ms(1), 0));
        Refused(Backoff.OnStop(ChildProps, "child", Ms(1), Ms(1), 1.1));
    }

    private static void Refused(BackoffOptions options) =>
        Assert.Throws<ArgumentException>(() => BackoffSupervisor.Props(options));

    private static TimeSpan Seconds(int value) => TimeSpan.FromSeconds((double)value);

    private sealed class Parent : ReceiveActor
    {
        public Parent(IActorRef test, Props supervisor)
        {
            Context.ActorOf(supervisor);
            ReceiveAny(message => test.Tell(((string)message, Sender.Path)));
        }
    }
}
