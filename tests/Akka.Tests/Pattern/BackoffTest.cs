using Akka.Actor;
using Akka.Pattern;
using Akka.Tests.Actor;

namespace Akka.Tests.Pattern;

/// <summary>A test of supervisors that start their child again later.</summary>
public abstract class BackoffTest : VirtualTimeTest
{
    protected static readonly OneForOneStrategy StopOnFormat =
        new(cause => cause is FormatException ? Directive.Stop : Directive.Escalate);

    protected static readonly OneForOneStrategy RestartOnFormat =
        new(cause => cause is FormatException ? Directive.Restart : Directive.Stop);

    protected Props ChildProps => Props.Create(() => new Child(TestActor));

    protected IActorRef Start(BackoffOptions options)
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        ExpectMsg("started");
        return supervisor;
    }

    protected IActorRef ChildOf(IActorRef supervisor)
    {
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance);
        return ExpectMsg<BackoffSupervisor.CurrentChild>().Ref;
    }

    protected int RestartsOf(IActorRef supervisor)
    {
        supervisor.Tell(BackoffSupervisor.GetRestartCount.Instance);
        return ExpectMsg<BackoffSupervisor.RestartCount>().Count;
    }

    /// <summary>Sends the child to its end, and waits until its supervisor knows.</summary>
    protected void End(IActorRef supervisor, object message)
    {
        var child = ChildOf(supervisor);
        Watch(child);
        child.Tell(message);
        ExpectTerminated(child);
        AwaitCondition(() => ChildOf(supervisor) is null, Patience, Ms(1));
    }

    /// <summary>Ends the child again and again: it starts after each of these milliseconds, and no sooner.</summary>
    protected void ExpectDelays(IActorRef supervisor, object end, params int[] delays)
    {
        foreach (var delay in delays)
        {
            End(supervisor, end);
            Advance(delay - 1);
            Assert.Null(ChildOf(supervisor));
            Advance(1);
            ExpectMsg("started");
        }

        Assert.Equal(delays.Length, RestartsOf(supervisor));
    }

    private sealed class Child : ReceiveActor
    {
        public Child(IActorRef test)
        {
            test.Tell("started");
            Receive<Exception>(cause => throw cause);
            Receive<(string To, object Message)>(
                envelope => envelope.To == "parent", envelope => Context.Parent.Tell(envelope.Message));
            ReceiveAny(message => test.Forward(message));
        }
    }
}
