using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class ReceiveTimeoutTests : VirtualTimeTest
{
    [Fact]
    public void Comes_when_it_was_set_in_the_constructor()
    {
        _ = Waiting(Ms(500));

        Advance(499);
        ExpectNoMsg(Ms(20));
        Advance(1);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Comes_again_and_again()
    {
        var actor = Waiting(Ms(500));

        Advance(500);
        ExpectMsg("timeout");
        Settle(actor, new Transparent());
        Advance(500);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Begins_anew_with_every_message()
    {
        var actor = Waiting(Ms(500));
        Advance(400);

        Settle(actor, "message");
        Advance(400);
        ExpectNoMsg(Ms(20));
        Advance(100);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Runs_on_over_messages_that_do_not_influence_it()
    {
        var actor = Waiting(Ms(500));
        Advance(400);

        Settle(actor, new Transparent());
        Advance(100);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Can_be_set_by_a_message_that_does_not_influence_it()
    {
        var actor = Waiting(null);

        Settle(actor, new TransparentSet(Ms(500)));
        Advance(500);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Is_switched_off_with_null()
    {
        var actor = Waiting(Ms(500));

        Settle(actor, new Set(null));
        Advance(2000);

        ExpectNoMsg(Ms(20));
    }

    [Fact]
    public void Can_be_switched_off_where_it_is_handled()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Once(TestActor)));
        Settle(actor, "started");

        Advance(500);
        ExpectMsg("timeout");
        Settle(actor, "handled");
        Advance(500);

        ExpectNoMsg(Ms(20));
    }

    [Fact]
    public void Takes_a_new_time_from_the_message_on_that_set_it()
    {
        var actor = Waiting(Ms(500));

        Settle(actor, new Set(Ms(100)));
        Advance(100);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Does_not_run_while_a_message_is_handled()
    {
        var release = CreateTestLatch();
        var actor = Waiting(Ms(500));
        actor.Tell(new Action(() =>
        {
            TestActor.Tell("busy");
            release.Ready(Patience);
        }));
        ExpectMsg("busy");

        Advance(1000);
        release.CountDown();
        Settle(actor, "done");

        ExpectNoMsg(Ms(20));
        Advance(500);
        ExpectMsg("timeout");
    }

    [Fact]
    public void Is_what_the_context_says()
    {
        var actor = Waiting(Ms(500));

        actor.Tell("which?");
        ExpectMsg(Ms(500));
        actor.Tell(new Set(null));
        actor.Tell("which?");

        ExpectMsg("none");
    }

    [Fact]
    public void Does_not_come_to_an_actor_that_has_stopped()
    {
        var actor = Waiting(Ms(500));
        Bury(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        Advance(1000);

        ExpectNoMsg(Ms(20));
    }

    [Fact]
    public void Is_set_anew_by_the_instance_after_a_restart()
    {
        var actor = Waiting(Ms(500));
        actor.Tell(new Action(() => throw new InvalidOperationException("restart")));
        Settle(actor, "restarted");

        Advance(500);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Can_be_set_in_an_asynchronous_handler()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Slow(TestActor)));
        actor.Tell("go");
        ExpectMsg("set");
        Settle(actor, 1);

        Advance(500);

        ExpectMsg("timeout");
    }

    private IActorRef Waiting(TimeSpan? timeout)
    {
        var actor = Sys.ActorOf(Props.Create(() => new WaitingActor(TestActor, timeout)));
        Settle(actor, new Transparent());
        return actor;
    }

    private void Settle(IActorRef actor, object message)
    {
        var probe = CreateTestProbe();
        actor.Tell(message);
        actor.Tell(new Ping(probe), probe);
        probe.ExpectMsg("pong");
    }

    private sealed record Ping(IActorRef From) : INotInfluenceReceiveTimeout;

    private sealed record Transparent : INotInfluenceReceiveTimeout;

    private sealed record TransparentSet(TimeSpan? Timeout) : INotInfluenceReceiveTimeout;

    private sealed record Set(TimeSpan? Timeout);

    private sealed class WaitingActor : UntypedActor
    {
        private readonly IActorRef _peer;

        public WaitingActor(IActorRef peer, TimeSpan? timeout)
        {
            _peer = peer;
            SetReceiveTimeout(timeout);
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ReceiveTimeout: _peer.Tell("timeout"); break;
                case Set set: SetReceiveTimeout(set.Timeout); break;
                case TransparentSet set: SetReceiveTimeout(set.Timeout); break;
                case Ping ping: ping.From.Tell("pong"); break;
                case Action action: action(); break;
                case "which?": _peer.Tell((object?)Context.ReceiveTimeout ?? "none"); break;
            }
        }
    }

    private sealed class Once : ReceiveActor
    {
        public Once(IActorRef peer)
        {
            SetReceiveTimeout(Ms(500));
            Receive<Ping>(ping => ping.From.Tell("pong"));
            Receive<ReceiveTimeout>(_ =>
            {
                SetReceiveTimeout(null);
                peer.Tell("timeout");
            });
            ReceiveAny(_ => { });
        }
    }

    private sealed class Slow : ReceiveActor
    {
        public Slow(IActorRef peer)
        {
            Receive<ReceiveTimeout>(_ => peer.Tell("timeout"));
            Receive<Ping>(ping => ping.From.Tell("pong"));
            Receive<int>(_ => { });
            ReceiveAsync<string>(async _ =>
            {
                await Task.Yield();
                SetReceiveTimeout(Ms(500));
                peer.Tell("set");
            });
        }
    }
}
