using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class DeathWatchTests : KitTest
{
    [Fact]
    public void Tells_of_the_end_once()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject), new WatchIt(subject), new WatchIt(subject));

        Sys.Stop(subject);

        Assert.Equal(subject, ExpectEnd().ActorRef);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Tells_that_the_actor_did_exist()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject));

        Sys.Stop(subject);

        var terminated = ExpectEnd();
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public void Tells_of_an_end_that_was_before()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Bury(subject);

        Order(watcher, new WatchIt(subject));

        var terminated = ExpectEnd();
        Assert.Equal(subject, terminated.ActorRef);
        Assert.False(terminated.ExistenceConfirmed);
    }

    [Fact]
    public void Comes_from_the_one_who_died()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject));

        Sys.Stop(subject);

        ExpectEnd();
        Assert.Equal(subject, LastSender);
    }

    [Fact]
    public void Tells_all_who_watch()
    {
        var subject = Silent();
        var watchers = Enumerable.Range(0, 3).Select(_ => Watcher()).ToList();
        watchers.ForEach(w => Order(w, new WatchIt(subject)));

        Sys.Stop(subject);

        for (var i = 0; i < 3; i++) Assert.Equal(subject, ExpectEnd().ActorRef);
    }

    [Fact]
    public void Tells_nothing_to_those_who_watch_no_more()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject), new UnwatchIt(subject));

        Bury(subject);

        Order(watcher);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Takes_back_an_end_that_is_in_the_mailbox_already()
    {
        var release = CreateTestLatch();
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject));
        watcher.Tell(new Action(() => release.Ready(Patience)));
        watcher.Tell(new UnwatchIt(subject));
        Bury(subject);
        release.CountDown();

        Order(watcher);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Can_be_taken_up_again()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject), new UnwatchIt(subject), new WatchIt(subject));

        Sys.Stop(subject);

        Assert.Equal(subject, ExpectEnd().ActorRef);
    }

    [Fact]
    public void Tells_in_the_words_that_were_asked_for()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchItWith(subject, "gone"));

        Sys.Stop(subject);

        ExpectMsg("gone");
    }

    [Fact]
    public void Tells_of_an_earlier_end_in_the_words_that_were_asked_for()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Bury(subject);

        Order(watcher, new WatchItWith(subject, "gone"));

        ExpectMsg("gone");
    }

    [Fact]
    public void Keeps_the_words_of_the_first_of_several_watches()
    {
        var (watcher, one, other) = (Watcher(), Silent(), Silent());
        Order(watcher, new WatchItWith(one, "first"), new WatchItWith(one, "second"), new WatchIt(one));
        Order(watcher, new WatchIt(other), new WatchItWith(other, "second"));

        Sys.Stop(one);
        ExpectMsg("first");
        Sys.Stop(other);

        Assert.Equal(other, ExpectEnd().ActorRef);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Can_change_its_words_after_an_unwatch()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchItWith(subject, "first"), new UnwatchIt(subject), new WatchItWith(subject, "second"));

        Sys.Stop(subject);

        ExpectMsg("second");
    }

    [Fact]
    public void Refuses_to_tell_nothing()
    {
        var watcher = Watcher();

        EventFilter.Exception<ArgumentNullException>(contains: "message must not be null").ExpectOne(
            () => watcher.Tell(new WatchItWith(TestActor, null!)));
    }

    [Fact]
    public void Ignores_who_watches_itself()
    {
        var watcher = Watcher();
        Order(watcher, new WatchIt(watcher), new WatchItWith(watcher, "me"), new UnwatchIt(watcher));

        Bury(watcher);

        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Is_a_pact_for_those_who_do_not_handle_the_end()
    {
        var subject = Silent("subject");
        var watcher = Sys.ActorOf(Props.Create(() => new Bound(subject)));
        Order(watcher);
        Watch(watcher);

        EventFilter.Exception<DeathPactException>($"Monitored actor [{subject}] terminated").ExpectOne(
            () => Sys.Stop(subject));

        ExpectTerminated(watcher);
    }

    [Fact]
    public void Is_no_pact_when_Unhandled_says_so()
    {
        var subject = Silent();
        var watcher = Sys.ActorOf(Props.Create(() => new Unbound(subject, TestActor)));
        Order(watcher);

        Sys.Stop(subject);

        Assert.Equal(subject, ExpectEnd().ActorRef);
        Order(watcher);
    }

    [Fact]
    public void Comes_behind_the_messages_that_were_there_before()
    {
        var release = CreateTestLatch();
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject));
        watcher.Tell(new Action(() => release.Ready(Patience)));
        watcher.Tell("before");
        Bury(subject);
        release.CountDown();

        ExpectMsg("before");
        ExpectEnd();
    }

    [Fact]
    public void Lets_a_parent_create_a_child_of_the_same_name_when_it_hears_of_the_end()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(TestActor)));

        parent.Tell("start");
        var first = ExpectMsg<IActorRef>();
        Sys.Stop(first);

        var second = ExpectMsg<IActorRef>();
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
    }

    [Fact]
    public void Does_not_tell_a_parent_that_does_not_watch()
    {
        var parent = Act((context, message) =>
        {
            if (message is Props props) context.Sender.Tell(context.ActorOf(props));
            else TestActor.Tell(message);
        });
        parent.Tell(Props.Empty);

        Bury(ExpectMsg<IActorRef>());

        parent.Tell("last");
        ExpectMsg("last");
    }

    [Fact]
    public void Ends_with_the_watcher()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject));
        Bury(watcher);

        Bury(subject);

        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Is_kept_over_a_restart()
    {
        var (watcher, subject) = (Watcher(), Silent());
        Order(watcher, new WatchIt(subject));

        watcher.Tell(new Action(() => throw new InvalidOperationException("restart")));
        Order(watcher);
        Sys.Stop(subject);

        Assert.Equal(subject, ExpectEnd().ActorRef);
    }

    [Fact]
    public void Of_children_ends_when_a_restart_stops_them()
    {
        var parent = Watcher();
        parent.Tell(Props.Empty);
        var subject = ExpectMsg<IActorRef>();
        Order(parent, new WatchIt(subject));

        parent.Tell(new Action(() => throw new InvalidOperationException("restart")));

        Order(parent);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Of_those_who_never_lived_leads_to_nothing()
    {
        var watcher = Watcher();

        Order(watcher, new WatchIt(ActorRefs.Nobody), new WatchIt(Sys.DeadLetters), new WatchIt(Sys.IgnoreRef));

        ExpectNoMsg(Ms(50));
    }

    private IActorRef Watcher() => Sys.ActorOf(Props.Create(() => new WatchingActor(TestActor)));

    private Terminated ExpectEnd() => ExpectMsg<Ended>().Notice;

    /// <summary>Gives orders, and waits until they are carried out.</summary>
    private void Order(IActorRef actor, params object[] orders)
    {
        var probe = CreateTestProbe();
        foreach (var order in orders) actor.Tell(order);
        actor.Tell(new Identify("done"), probe);
        probe.ExpectMsg<ActorIdentity>();
    }

    /// <summary>A Terminated on its way to another actor, whose cell would drop it as it is.</summary>
    private sealed record Ended(Terminated Notice);

    private sealed record WatchIt(IActorRef Whom);

    private sealed record WatchItWith(IActorRef Whom, object Message);

    private sealed record UnwatchIt(IActorRef Whom);

    private sealed class WatchingActor(IActorRef peer) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case WatchIt watch: Context.Watch(watch.Whom); break;
                case WatchItWith watch: Context.WatchWith(watch.Whom, watch.Message); break;
                case UnwatchIt unwatch: Context.Unwatch(unwatch.Whom); break;
                case Props props: peer.Tell(Context.ActorOf(props)); break;
                case Action action: action(); break;
                case Terminated terminated: peer.Forward(new Ended(terminated)); break;
                default: peer.Forward(message); break;
            }
        }
    }

    private sealed class Bound : ReceiveActor
    {
        public Bound(IActorRef subject) => Context.Watch(subject);
    }

    private sealed class Unbound : ReceiveActor
    {
        private readonly IActorRef _peer;

        public Unbound(IActorRef subject, IActorRef peer)
        {
            _peer = peer;
            Context.Watch(subject);
        }

        protected override void Unhandled(object message) => _peer.Tell(new Ended((Terminated)message));
    }

    private sealed class Parent(IActorRef peer) : UntypedActor
    {
        protected override void OnReceive(object message) =>
            peer.Tell(Context.Watch(Context.ActorOf(Props.Empty, "child")));
    }
}
