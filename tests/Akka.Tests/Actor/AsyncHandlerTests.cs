using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Tests.Actor;

public class AsyncHandlerTests : KitTest
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void Lets_no_message_pass_until_it_is_done()
    {
        var actor = Handler(async (context, message) =>
        {
            context.Sender.Tell("begin " + message);
            if (message is "slow") await _gate.Task;
            context.Sender.Tell("end " + message);
        });

        actor.Tell("slow");
        actor.Tell("quick");
        ExpectMsg("begin slow");
        ExpectNoMsg(Ms(50));
        _gate.SetResult();

        ExpectAll("end slow", "begin quick", "end quick");
    }

    [Fact]
    public void Keeps_sender_self_and_context_over_awaits()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Steady(_gate.Task)));
        var other = CreateTestProbe();

        actor.Tell("one");
        actor.Tell("two", other);
        _gate.SetResult();

        ExpectMsg(("one", actor, TestActor));
        other.ExpectMsg(("two", actor, other.Ref));
    }

    [Fact]
    public void Fails_with_the_exception_itself_before_and_after_an_await()
    {
        var actor = Handler(async (_, message) =>
        {
            if (message is "later") await Task.Yield();
            throw new FormatException("sync or async");
        });

        EventFilter.Exception<FormatException>("sync or async").Expect(2, () =>
        {
            actor.Tell("at once");
            actor.Tell("later");
        });
    }

    [Fact]
    public void Fails_when_its_task_was_cancelled()
    {
        var actor = Handler((_, _) => Task.FromCanceled(new CancellationToken(true)));

        EventFilter.Exception<TaskCanceledException>().ExpectOne(() => actor.Tell("cancel"));
    }

    [Fact]
    public void Tells_PreRestart_the_message_that_failed()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Confessing(TestActor)));

        actor.Tell("sin");

        ExpectMsg(("sin", TestActor));
    }

    [Fact]
    public void Goes_on_with_what_waited_after_a_restart()
    {
        var actor = Handler(async (context, message) =>
        {
            await Task.Yield();
            if (message is "fail") throw new InvalidOperationException("ordered");
            context.Sender.Tell(message);
        });

        actor.Tell("fail");
        actor.Tell("one");
        actor.Tell("two");

        ExpectAll("one", "two");
    }

    [Fact]
    public void Goes_on_when_it_is_resumed()
    {
        var boss = Sys.ActorOf(Props.Create(() => new Patient()));
        boss.Tell("fail");
        boss.Tell("go on");

        ExpectMsg("go on");
    }

    [Fact]
    public void Ends_where_it_stops_itself()
    {
        var actor = Handler(async (context, message) =>
        {
            context.Sender.Tell("before");
            context.Stop(context.Self);
            await _gate.Task;
            context.Sender.Tell("after");
        });
        Watch(actor);

        actor.Tell("go");

        ExpectMsg("before");
        ExpectTerminated(actor);
        _gate.SetResult();
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Is_cut_short_when_its_actor_is_stopped()
    {
        var actor = Handler(async (context, _) =>
        {
            context.Sender.Tell("begin");
            await _gate.Task;
            context.Sender.Tell("end");
        });
        Watch(actor);
        actor.Tell("go");
        ExpectMsg("begin");

        Sys.Stop(actor);

        ExpectTerminated(actor);
        _gate.SetResult();
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Is_finished_before_the_poison_behind_it_works()
    {
        var actor = Handler(async (context, _) =>
        {
            await _gate.Task;
            context.Sender.Tell("end");
        });
        Watch(actor);

        actor.Tell("go");
        actor.Tell(PoisonPill.Instance);
        ExpectNoMsg(Ms(50));
        _gate.SetResult();

        ExpectMsg("end");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Can_be_run_by_an_untyped_actor()
    {
        var actor = Sys.ActorOf(Props.Create(() => new UntypedHandler(_gate.Task)));

        actor.Tell("one");
        actor.Tell("two");
        ExpectNoMsg(Ms(50));
        _gate.SetResult();

        ExpectAll("one", "two");
    }

    [Fact]
    public void Can_stash_its_message_after_an_await()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Postponing()));

        actor.Tell("a");
        actor.Tell("b");
        actor.Tell("open");

        ExpectAll("a", "b");
    }

    [Fact]
    public void Can_ask_and_wait_for_the_answer()
    {
        var echo = Echo();
        var actor = Handler(async (context, message) =>
        {
            var sender = context.Sender;
            var answer = await echo.Ask<string>("asked " + message, Patience);
            Assert.Equal(sender, context.Sender);
            sender.Tell(answer);
        });

        actor.Tell("this");

        ExpectMsg("asked this");
    }

    [Fact]
    public void Lets_children_fail_and_start_in_the_meantime()
    {
        var actor = Handler(async (context, message) =>
        {
            if (message is not "begin")
            {
                context.Sender.Tell(message);
                return;
            }

            var sender = context.Sender;
            var child = context.ActorOf(Props.Create(() => new ScriptedActor((c, m) => Obey(c, m))));
            child.Tell("fail");
            sender.Tell("told");
            await _gate.Task;
            child.Tell("answer", sender);
        });

        actor.Tell("begin");
        ExpectMsg("told");
        _gate.SetResult();

        ExpectMsg("obeyed");
    }

    [Fact]
    public void Can_not_be_run_outside_of_an_actor()
    {
        InternalsOff(() =>
        {
            var refusal = Assert.Throws<InvalidOperationException>(
                () => ActorTaskScheduler.RunTask(() => Task.CompletedTask));
            Assert.Equal("RunTask must be called from an actor context.", refusal.Message);
        });
    }

    private static void Obey(IActorContext context, object message)
    {
        if (message is "fail") throw new InvalidOperationException("child");
        context.Sender.Tell("obeyed");
    }

    // the TestKit lends its test actor's context to the test's thread
    private static void InternalsOff(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }

    private void ExpectAll(params string[] messages)
    {
        foreach (var message in messages) ExpectMsg(message);
    }

    private IActorRef Handler(Func<IActorContext, object, Task> handle) =>
        Sys.ActorOf(Props.Create(() => new ScriptedHandler(handle)));

    private sealed class ScriptedHandler : ReceiveActor
    {
        public ScriptedHandler(Func<IActorContext, object, Task> handle) => ReceiveAnyAsync(m => handle(Context, m));
    }

    private sealed class Steady : ReceiveActor
    {
        public Steady(Task gate) => ReceiveAsync<string>(async message =>
        {
            await gate;
            await Task.Run(() => { });
            Sender.Tell((message, Context.Self.Equals(Self) ? Self : ActorRefs.Nobody, Sender));
        });
    }

    private sealed class Confessing : ReceiveActor
    {
        private readonly IActorRef _peer;

        public Confessing(IActorRef peer)
        {
            _peer = peer;
            ReceiveAsync<string>(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("ordered");
            });
        }

        protected override void PreRestart(Exception reason, object message) => _peer.Tell(((string)message, Sender));
    }

    private sealed class Patient : UntypedActor
    {
        private IActorRef _child = ActorRefs.Nobody;

        protected override void PreStart() => _child = Context.ActorOf(Props.Create(() => new ScriptedHandler(Handle)));

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Resume);

        protected override void OnReceive(object message) => _child.Forward(message);

        private static async Task Handle(IActorContext context, object message)
        {
            await Task.Yield();
            if (message is "fail") throw new InvalidOperationException("ordered");
            context.Sender.Tell(message);
        }
    }

    private sealed class UntypedHandler(Task gate) : UntypedActor
    {
        protected override void OnReceive(object message) => RunTask(async () =>
        {
            await gate;
            Sender.Tell(message);
        });
    }

    private sealed class Postponing : ReceiveActor, IWithUnboundedStash
    {
        public Postponing()
        {
            ReceiveAsync<string>(async message =>
            {
                await Task.Yield();
                if (message is not "open")
                {
                    Stash.Stash();
                    return;
                }

                Stash.UnstashAll();
                Become(() => Receive<string>(m => Sender.Tell(m)));
            });
        }

        public IStash Stash { get; set; } = null!;
    }
}
