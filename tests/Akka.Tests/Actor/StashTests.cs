using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Tests.Actor;

public class StashTests() : KitTest(
    """
    small-mailbox {
      mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox"
      stash-capacity = 2
    }
    small-dispatcher {
      type = Dispatcher
      mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox"
      stash-capacity = 2
    }
    alias = small-dispatcher
    """)
{
    [Fact]
    public void Gives_back_messages_before_those_that_came_later()
    {
        var actor = Stasher();

        Tell(actor, "a", "b", "open", "c");

        ExpectAll("a", "b", "c");
    }

    [Fact]
    public void Gives_back_the_oldest_when_asked_for_one()
    {
        var actor = Stasher();

        Tell(actor, "a", "b", "open one", "c");

        ExpectAll("a", "c");
    }

    [Fact]
    public void Gives_back_those_that_fit()
    {
        var actor = Stasher();

        Tell(actor, "a", "b", "c", "open all but b");

        ExpectAll("a", "c");
        actor.Tell("count");
        ExpectMsg(0);
    }

    [Fact]
    public void Hands_out_what_it_holds_when_it_is_cleared()
    {
        var actor = Stasher();

        Tell(actor, "a", "b", "clear", "open", "c");

        ExpectMsg($"cleared a from {TestActor.Path.Name}, b from {TestActor.Path.Name}");
        ExpectMsg("c");
    }

    [Fact]
    public void Takes_in_front_what_is_prepended()
    {
        var actor = Stasher();

        Tell(actor, "b", "prepend", "open");

        ExpectAll("x", "y", "b");
    }

    [Fact]
    public void Keeps_its_place_when_a_message_is_put_aside_again()
    {
        var actor = Stasher();

        Tell(actor, "a", "b", "reopen", "c", "open");

        ExpectAll("a", "b", "c");
    }

    [Fact]
    public void Refuses_the_same_message_twice()
    {
        var actor = Stasher();

        actor.Tell("twice");

        ExpectMsg("Can't stash the same message twice more than once");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Refuses_when_there_is_no_message_to_put_aside(int instance)
    {
        var instances = 0;
        Func<bool> isTheOne = () => ++instances == instance;
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var actor = Sys.ActorOf(Props.Create(() => new Hasty(isTheOne)));

        actor.Tell("restart");

        if (instance > 1) Assert.IsType<FormatException>(ExpectMsg<Error>().Cause);
        var cause = Assert.IsAssignableFrom<ActorInitializationException>(ExpectMsg<Error>().Cause);
        Assert.IsType<IllegalActorStateException>(cause.InnerException);
    }

    [Fact]
    public void Gives_back_what_it_holds_when_its_actor_restarts()
    {
        var actor = Stasher();

        Tell(actor, "a", "b");
        actor.Tell(new InvalidOperationException("?"));
        Tell(actor, "open", "c");

        ExpectAll("a", "b", "c");
    }

    [Fact]
    public void Gives_back_nothing_when_it_was_cleared_before_the_restart()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Forgetful()));

        Tell(actor, "a", "b");
        actor.Tell(new InvalidOperationException("?"));
        Tell(actor, "open", "c");

        ExpectMsg("c");
    }

    [Fact]
    public void Turns_what_it_holds_into_dead_letters_when_its_actor_stops()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Stasher();

        Tell(actor, "a", "b");
        actor.Tell(PoisonPill.Instance);

        Assert.Equal("a", ExpectMsg<DeadLetter>().Message);
        Assert.Equal("b", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Gives_back_a_Terminated_that_is_received_again()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Undertaker(TestActor)));

        actor.Tell("begin");

        ExpectAll("stashed", "buried");
    }

    [Theory]
    [InlineData("props", 3)]
    [InlineData("mailbox", 2)]
    [InlineData("dispatcher", 2)]
    [InlineData("alias", 2)]
    public void Overflows_at_the_capacity(string given, int capacity)
    {
        var props = Props.Create(() => new Stashing());
        var actor = Sys.ActorOf(given switch
        {
            "props" => props.WithStashCapacity(3),
            "mailbox" => props.WithMailbox("small-mailbox"),
            "dispatcher" => props.WithDispatcher("small-dispatcher"),
            _ => props.WithDispatcher("alias"),
        });

        for (var i = 0; i < capacity; i++) actor.Tell("stash");
        actor.Tell("full?");
        ExpectMsg($"{capacity} of {capacity}, full");

        EventFilter.Exception<StashOverflowException>(start: "Couldn't enqueue message one more from ").ExpectOne(
            () => actor.Tell("one more"));
    }

    [Fact]
    public void Has_no_bound_unless_one_is_given()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stashing()));

        for (var i = 0; i < 100; i++) actor.Tell("stash");
        actor.Tell("full?");

        ExpectMsg("100 of -1, not full");
    }

    [Fact]
    public void Without_bound_ignores_the_capacity()
    {
        var actor = Sys.ActorOf(Props.Create(() => new UnboundedStashing()).WithStashCapacity(1));

        Tell(actor, "stash", "stash", "full?");

        ExpectMsg("2 of -1, not full");
    }

    [Fact]
    public void Without_demands_needs_a_mailbox_that_is_a_deque()
    {
        EventFilter.Exception<NotSupportedException>(start: "DequeBasedMailbox required, got: Mailbox").ExpectOne(
            () => Sys.ActorOf(Props.Create(() => new UndemandingStashing())));

        var actor = Sys.ActorOf(Props.Create(() => new UndemandingStashing()).WithMailbox("small-mailbox"));
        Tell(actor, "stash", "full?");
        ExpectMsg("1 of 2, not full");
    }

    [Fact]
    public void Refuses_a_mailbox_that_is_no_deque()
    {
        var refusal = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(Props.Create(() => new Stashing()).WithMailbox("akka.actor.default-mailbox")));

        Assert.Equal(
            "produced message queue type of [Akka.Dispatch.MessageQueues.UnboundedMessageQueue] does not fulfill "
            + $"requirement for actor class [{typeof(Stashing)}]."
            + $"Must be a subclass of [{typeof(IDequeBasedMessageQueueSemantics)}]",
            Assert.IsType<ArgumentException>(refusal.InnerException).Message);
    }

    private IActorRef Stasher() => Sys.ActorOf(Props.Create(() => new StashingActor()));

    private static void Tell(IActorRef actor, params string[] messages)
    {
        foreach (var message in messages) actor.Tell(message);
    }

    private void ExpectAll(params string[] messages)
    {
        foreach (var message in messages) ExpectMsg(message);
    }

    private class StashingActor : UntypedActor, IWithStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Exception cause: throw cause;
                case "open": Open(Stash.UnstashAll); break;
                case "open one": Open(Stash.Unstash); break;
                case "open all but b": Open(() => Stash.UnstashAll(e => e.Message is not "b")); break;
                case "reopen": Stash.UnstashAll(); break;
                case "clear": Sender.Tell("cleared " + string.Join(", ", Stash.ClearStash().Select(Shown))); break;
                case "prepend": Stash.Prepend([new Envelope("x", Sender), new Envelope("y", Sender)]); break;
                case "twice":
                    Stash.Stash();
                    Sender.Tell(Assert.Throws<IllegalActorStateException>(Stash.Stash).Message);
                    break;
                default: Stash.Stash(); break;
            }
        }

        private static string Shown(Envelope envelope) => $"{envelope.Message} from {envelope.Sender.Path.Name}";

        private void Open(Action unstash)
        {
            unstash();
            Become(m => Sender.Tell(m is "count" ? Stash.Count : m));
        }
    }

    private sealed class Forgetful : StashingActor
    {
        protected override void PreRestart(Exception reason, object message)
        {
            Stash.ClearStash();
            base.PreRestart(reason, message);
        }
    }

    private sealed class Hasty(Func<bool> isTheOne) : UntypedActorWithStash
    {
        protected override void PreStart()
        {
            if (isTheOne()) Stash.Stash();
        }

        protected override void OnReceive(object message) => throw new FormatException();
    }

    private sealed class Undertaker(IActorRef peer) : UntypedActor, IWithUnboundedStash
    {
        private bool _isStashed;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is Terminated) Bury();
            else Context.Stop(Context.Watch(Context.ActorOf(Props.Empty)));
        }

        private void Bury()
        {
            peer.Tell(_isStashed ? "buried" : "stashed");
            if (_isStashed) return;
            _isStashed = true;
            Stash.Stash();
            Stash.UnstashAll();
        }
    }

    private static void Fill(IStash stash, object message, IActorRef sender)
    {
        if (message is "full?")
            sender.Tell($"{stash.Count} of {stash.Capacity}, {(stash.IsFull ? "full" : "not full")}");
        else stash.Stash();
    }

    private sealed class Stashing : UntypedActorWithStash
    {
        protected override void OnReceive(object message) => Fill(Stash, message, Sender);
    }

    private sealed class UnboundedStashing : UntypedActorWithUnboundedStash
    {
        protected override void OnReceive(object message) => Fill(Stash, message, Sender);
    }

    private sealed class UndemandingStashing : UntypedActorWithUnrestrictedStash
    {
        protected override void OnReceive(object message) => Fill(Stash, message, Sender);
    }
}
