using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit.Tests.TestActorRefs;

public class TestActorRefTests : Xunit2.TestKit
{
    [Fact]
    public void Gives_names_that_begin_with_two_dollars()
        => Assert.StartsWith("$$", ActorOfAsTestActorRef<Worker>().Path.Name);

    [Fact]
    public void Takes_the_name_it_is_given()
        => Assert.Equal("akka://test/user/named", ActorOfAsTestActorRef<Worker>("named").Path.ToString());

    [Fact]
    public void Delivers_before_it_returns()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        worker.Tell("hello");

        Assert.Equal("hello", worker.UnderlyingActor.Last);
        Assert.Same(Thread.CurrentThread, worker.UnderlyingActor.Thread);
    }

    [Fact]
    public void Replies_before_it_returns()
    {
        var ask = ActorOfAsTestActorRef<Worker>().Ask<string>("work");

        Assert.True(ask.IsCompletedSuccessfully);
    }

    [Fact]
    public void Is_equal_to_the_self_of_its_actor()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        worker.Tell("who");
        var self = ExpectMsg<IActorRef>();

        Assert.True(worker == self);
        Assert.False(self != worker);
        Assert.Equal(self, worker.Ref);
        Assert.Equal(worker.GetHashCode(), self.GetHashCode());
        Assert.True(self.Equals(worker));
    }

    [Fact]
    public void Receives_past_the_mailbox_with_a_sender()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        worker.Receive("work", TestActor);

        ExpectMsgFrom(worker, "done");
    }

    [Fact]
    public void Receives_past_the_mailbox_without_a_sender()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        worker.Receive("hello");

        Assert.Equal("hello", worker.UnderlyingActor.Last);
        Assert.Equal(Sys.DeadLetters, worker.UnderlyingActor.LastSender);
    }

    [Fact]
    public void Throws_what_its_actor_throws_past_the_mailbox()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        Assert.Equal(
            "WAT",
            Assert.Throws<InvalidOperationException>(
                () => worker.Receive(new InvalidOperationException("WAT"))).Message);
        worker.Tell("still there");
        Assert.Equal("still there", worker.UnderlyingActor.Last);
    }

    [Fact]
    public async Task Throws_what_its_asynchronous_handler_throws()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => worker.ReceiveAsync(new Later(() => throw new InvalidOperationException("WATASYNC"))));

        Assert.Equal("WATASYNC", failure.Message);
        worker.Tell("still there");
        AwaitAssert(() => Assert.Equal("still there", worker.UnderlyingActor.Last));
    }

    [Fact]
    public async Task Awaits_its_asynchronous_handler()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        var ran = false;

        await worker.ReceiveAsync(new Later(() => ran = true));

        Assert.True(ran);
    }

    [Fact]
    public async Task Awaits_nothing_where_its_handler_is_synchronous()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        await worker.ReceiveAsync("hello");

        Assert.Equal("hello", worker.UnderlyingActor.Last);
    }

    [Fact]
    public void Runs_asynchronous_handlers_on_the_turn_of_their_actor()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        worker.Tell(new Later(() => { }));
        worker.Tell("after");

        AwaitAssert(() => Assert.Equal("after", worker.UnderlyingActor.Last), TimeSpan.FromSeconds(10));
        Assert.Equal(worker, worker.UnderlyingActor.SelfAfterAwait);
    }

    [Fact]
    public void Restarts_before_the_message_that_kills_it_returns()
    {
        var boss = ActorOfAsTestActorRef<Boss>();
        var worker = boss.UnderlyingActor.Worker;
        var before = worker.UnderlyingActor;

        EventFilter.Exception<ActorKilledException>("Kill").Mute();
        worker.Tell(Kill.Instance);
        var after = worker.UnderlyingActor;
        boss.Tell("kill");

        Assert.NotSame(before, after);
        Assert.NotSame(after, worker.UnderlyingActor);
    }

    [Fact]
    public void Has_stopped_when_the_message_that_stops_it_returns()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        worker.Receive("stop", TestActor);

        Assert.True(((IInternalActorRef)worker).IsTerminated);
        ExpectMsg("stopping");
    }

    [Fact]
    public void Starts_children_of_any_kind()
    {
        var boss = ActorOfAsTestActorRef<Boss>();

        boss.Tell("hire");

        Assert.Equal(boss.Path, ExpectMsg<IActorRef>().Path.Parent);
    }

    [Fact]
    public void Has_no_actor_when_it_has_stopped()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        Watch(worker);
        worker.Tell(PoisonPill.Instance);

        ExpectTerminated(worker);
        Assert.Equal(
            "Underlying actor is terminated",
            Assert.Throws<IllegalActorStateException>(() => worker.UnderlyingActor).Message);
    }

    [Fact]
    public void Watches_for_its_actor()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        var mortal = Sys.ActorOf(Props.Create<Worker>());
        worker.Watch(mortal);
        Sys.Stop(mortal);

        AwaitAssert(() => Assert.IsType<Terminated>(worker.UnderlyingActor.Last), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Runs_on_the_dispatcher_of_its_props()
    {
        var props = Props.Create<Worker>().WithDispatcher("akka.actor.default-dispatcher");
        var worker = ActorOfAsTestActorRef<Worker>(props);

        Assert.NotNull(worker.UnderlyingActor);
        Assert.IsNotType<CallingThreadDispatcher>(((InternalTestActorRef)worker.Ref).Cell.Dispatcher);
    }

    [Fact]
    public void Runs_on_the_thread_of_the_caller_by_default()
    {
        var worker = ActorOfAsTestActorRef<Worker>();

        Assert.IsType<CallingThreadDispatcher>(((InternalTestActorRef)worker.Ref).Cell.Dispatcher);
    }

    [Fact]
    public void Is_a_child_of_the_supervisor_it_is_given()
    {
        var boss = ActorOfAsTestActorRef<Boss>("boss");

        Assert.Equal("akka://test/user/boss/worker", boss.UnderlyingActor.Worker.Path.ToString());
        Assert.Equal(boss, ((IInternalActorRef)boss.UnderlyingActor.Worker).Parent);
    }

    [Fact]
    public void Says_what_it_is()
    {
        var worker = ActorOfAsTestActorRef<Worker>("named");

        Assert.Equal($"TestActor[{worker.Path}]", worker.ToString());
    }

    private sealed record Later(Action Action);

    private sealed class Worker : ReceiveActor
    {
        public Worker()
        {
            ReceiveAsync<Later>(async later =>
            {
                await Task.Yield();
                SelfAfterAwait = Self;
                later.Action();
            });
            Receive<Exception>(cause => throw cause);
            Receive<string>(text => text == "who", _ => Sender.Tell(Self));
            Receive<string>(text => text == "work", _ => Sender.Tell("done"));
            Receive<string>(text => text == "stop", _ =>
            {
                Sender.Tell("stopping");
                Context.Stop(Self);
            });
            ReceiveAny(Remember);
        }

        public object? Last { get; private set; }

        public IActorRef? LastSender { get; private set; }

        public IActorRef? SelfAfterAwait { get; private set; }

        public Thread? Thread { get; private set; }

        private void Remember(object message)
        {
            Last = message;
            LastSender = Sender;
            Thread = Thread.CurrentThread;
        }
    }

    private sealed class Boss : ReceiveActor
    {
        public Boss()
        {
            Worker = new TestActorRef<Worker>(Context.System, Props.Create<Worker>(), Self, "worker");
            Receive<string>(text => text == "kill", _ => Worker.Tell(Kill.Instance));
            Receive<string>(text => text == "hire", _ => Sender.Tell(Context.ActorOf<Worker>()));
        }

        public TestActorRef<Worker> Worker { get; }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }
}
