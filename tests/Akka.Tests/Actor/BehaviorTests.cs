using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class BehaviorTests : KitTest
{
    [Theory]
    // Become replaces the behaviour at hand, but never the first one
    [InlineData("become b", "b")]
    [InlineData("become b, become c", "c")]
    [InlineData("become b, unbecome", "first")]
    [InlineData("become b, become c, unbecome", "first")]
    [InlineData("become b, unbecome, unbecome", "first")]
    [InlineData("stack b", "b")]
    [InlineData("stack b, unbecome", "first")]
    [InlineData("stack b, stack c, unbecome", "b")]
    [InlineData("stack b, stack c, unbecome, unbecome", "first")]
    [InlineData("stack b, become c, unbecome", "first")]
    [InlineData("stack b, stack c, become d, unbecome", "b")]
    [InlineData("become b, stack c, unbecome", "b")]
    [InlineData("become b, stack c, unbecome, unbecome", "first")]
    [InlineData("unbecome", "first")]
    public void Follows_the_orders_that_came(string orders, string expected)
    {
        foreach (var actor in new[] { Untyped(), Receiving(), Plain() })
        {
            foreach (var order in orders.Split(", ")) actor.Tell(order);
            actor.Tell("who?");

            ExpectMsg(expected);
        }
    }

    [Fact]
    public void Holds_from_the_next_message_on()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Replying()));

        actor.Tell("change");
        actor.Tell("any");

        ExpectMsg("still first");
        ExpectMsg("second");
    }

    [Fact]
    public void Can_be_chosen_in_the_constructor()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Decided()));

        actor.Tell("who?");

        ExpectMsg("chosen");
    }

    [Fact]
    public void Leaves_the_constructors_choice_for_the_first_on_unbecome()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Decided()));

        actor.Tell("unbecome");
        actor.Tell("who?");

        ExpectMsg("first");
    }

    [Fact]
    public void Publishes_what_it_does_not_handle()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Indifferent()));

        actor.Tell("who cares");

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(("who cares", TestActor, actor), (unhandled.Message, unhandled.Sender, unhandled.Recipient));
    }

    [Fact]
    public void May_override_what_becomes_of_what_it_does_not_handle()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Caring()));

        actor.Tell("who cares");

        ExpectMsg("cared for: who cares");
    }

    [Fact]
    public void Handles_nothing_with_the_empty_behaviour()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Emptied()));

        actor.Tell("empty");
        actor.Tell("lost");

        Assert.Equal("lost", ExpectMsg<UnhandledMessage>().Message);
    }

    private IActorRef Untyped() => Sys.ActorOf(Props.Create(() => new UntypedMoody()));

    private IActorRef Receiving() => Sys.ActorOf(Props.Create(() => new ReceivingMoody()));

    private IActorRef Plain() => Sys.ActorOf(Props.Create(() => new PlainMoody()));

    private sealed class UntypedMoody : UntypedActor
    {
        protected override void OnReceive(object message) => On("first", message);

        private void On(string mood, object message)
        {
            var words = ((string)message).Split(' ');
            switch (words[0])
            {
                case "become": Become(m => On(words[1], m)); break;
                case "stack": BecomeStacked(m => On(words[1], m)); break;
                case "unbecome": UnbecomeStacked(); break;
                default: Sender.Tell(mood); break;
            }
        }
    }

    private sealed class PlainMoody : ActorBase
    {
        protected override bool Receive(object message) => On("first", message);

        private bool On(string mood, object message)
        {
            var words = ((string)message).Split(' ');
            switch (words[0])
            {
                case "become": Context.Become(m => On(words[1], m)); break;
                case "stack": Context.BecomeStacked(m => On(words[1], m)); break;
                case "unbecome": Context.UnbecomeStacked(); break;
                default: Sender.Tell(mood); break;
            }

            return true;
        }
    }

    private sealed class ReceivingMoody : ReceiveActor
    {
        public ReceivingMoody() => Handle("first");

        private void Handle(string mood)
        {
            Receive<string>(
                m => m.StartsWith("become", StringComparison.Ordinal),
                m => Become(() => Handle(m.Split(' ')[1])));
            Receive<string>(
                m => m.StartsWith("stack", StringComparison.Ordinal),
                m => BecomeStacked(() => Handle(m.Split(' ')[1])));
            Receive<string>(m => m == "unbecome", _ => UnbecomeStacked());
            Receive<string>(_ => Sender.Tell(mood));
        }
    }

    private sealed class Replying : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Become(_ => Sender.Tell("second"));
            Sender.Tell("still first");
        }
    }

    private sealed class Decided : ReceiveActor
    {
        public Decided()
        {
            Receive<string>(_ => Sender.Tell("first"));
            Become(() =>
            {
                Receive<string>(m => m == "unbecome", _ => UnbecomeStacked());
                Receive<string>(_ => Sender.Tell("chosen"));
            });
        }
    }

    private sealed class Indifferent : ReceiveActor
    {
        public Indifferent() => Receive<int>(_ => { });
    }

    private sealed class Caring : ReceiveActor
    {
        protected override void Unhandled(object message) => Sender.Tell("cared for: " + message);
    }

    private sealed class Emptied : UntypedActor
    {
        protected override void OnReceive(object message) => Become(EmptyReceive);
    }
}
