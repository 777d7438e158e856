using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Akka.Tests.Actor;

namespace Akka.Tests.Dispatch;

public class MailboxTests() : KitTest(
    $$"""
    priority {
      mailbox-type = "{{typeof(ByKind).AssemblyQualifiedName}}"
    }
    stable-priority {
      mailbox-type = "{{typeof(StablyByKind).AssemblyQualifiedName}}"
    }
    bounded-of-two {
      mailbox-type = "Akka.Dispatch.BoundedMailbox"
      mailbox-capacity = 2
      mailbox-push-timeout-time = 0s
    }
    patient {
      mailbox-type = "Akka.Dispatch.BoundedMailbox"
      mailbox-capacity = 1
      mailbox-push-timeout-time = 20s
    }
    own {
      mailbox-type = "{{typeof(OwnMailbox).AssemblyQualifiedName}}"
      greeting = hello
    }
    dispatcher-with-mailbox {
      mailbox-type = "{{typeof(OwnMailbox).AssemblyQualifiedName}}"
      greeting = from the dispatcher
    }
    sized-dispatcher {
      mailbox-size = 10
    }
    demanding-dispatcher {
      mailbox-requirement = "Akka.Dispatch.IUnboundedDequeBasedMessageQueueSemantics"
    }
    empty {
      mailbox-type = ""
    }
    broken {
      mailbox-type = "No.Such.Mailbox, Nowhere"
    }
    no-mailbox {
      mailbox-type = "{{typeof(MailboxTests).AssemblyQualifiedName}}"
    }
    akka.actor.mailbox.requirements {
      "{{typeof(IOwnSemantics).AssemblyQualifiedName}}" = own
    }
    akka.actor.deployment {
      "/deployed" {
        mailbox = own
      }
    }
    """)
{
    [Fact]
    public void Is_unbounded_unless_another_is_named() => Assert.IsType<UnboundedMessageQueue>(QueueOf(Props.Empty));

    [Theory]
    [InlineData("unbounded", typeof(UnboundedMessageQueue))]
    [InlineData("bounded-of-two", typeof(BoundedMessageQueue))]
    [InlineData("akka.actor.mailbox.unbounded-deque-based", typeof(UnboundedDequeMessageQueue))]
    [InlineData("akka.actor.mailbox.bounded-deque-based", typeof(BoundedDequeMessageQueue))]
    [InlineData("priority", typeof(UnboundedPriorityMessageQueue))]
    [InlineData("stable-priority", typeof(UnboundedStablePriorityMessageQueue))]
    [InlineData("own", typeof(OwnQueue))]
    public void Is_that_of_the_props(string id, Type queue) =>
        Assert.IsType(queue, QueueOf(Props.Empty.WithMailbox(id)));

    [Fact]
    public void Is_that_of_the_deployment_before_that_of_the_props()
    {
        var actor = Sys.ActorOf(Props.Empty.WithMailbox("priority"), "deployed");

        Assert.IsType<OwnQueue>(QueueOf(actor));
    }

    [Fact]
    public void Is_that_of_the_dispatcher_when_the_props_name_the_dispatcher() => Assert.Equal(
        "from the dispatcher",
        Assert.IsType<OwnQueue>(QueueOf(Props.Empty.WithDispatcher("dispatcher-with-mailbox"))).Greeting);

    [Fact]
    public void Is_that_of_the_props_before_that_of_their_dispatcher() => Assert.Equal(
        "hello",
        Assert.IsType<OwnQueue>(
            QueueOf(Props.Empty.WithDispatcher("dispatcher-with-mailbox").WithMailbox("own"))).Greeting);

    [Fact]
    public void Is_what_the_actor_requires() =>
        Assert.IsType<OwnQueue>(QueueOf(Props.Create(() => new Demanding())));

    [Fact]
    public void Is_what_the_dispatcher_requires() =>
        Assert.IsType<UnboundedDequeMessageQueue>(QueueOf(Props.Empty.WithDispatcher("demanding-dispatcher")));

    [Fact]
    public void Must_be_what_the_actor_requires() => Assert.Equal(
        $"produced message queue type of [{typeof(UnboundedPriorityMessageQueue)}] does not fulfill requirement "
        + $"for actor class [{typeof(Demanding)}].Must be a subclass of [{typeof(IOwnSemantics)}]",
        Cause<ArgumentException>(Props.Create(() => new Demanding()).WithMailbox("priority")).Message);

    [Fact]
    public void Must_be_what_the_dispatcher_requires() => Assert.Equal(
        $"produced message queue type [{typeof(BoundedMessageQueue)}] does not fulfill requirement for dispatcher "
        + $"[demanding-dispatcher].Must be a subclass of [{typeof(IUnboundedDequeBasedMessageQueueSemantics)}]",
        Cause<ArgumentException>(
            Props.Empty.WithDispatcher("demanding-dispatcher").WithMailbox("bounded-of-two")).Message);

    [Theory]
    [InlineData("nowhere", "Mailbox Type [nowhere] not configured")]
    [InlineData("empty", "The setting mailbox-type defined in [empty] is empty")]
    [InlineData(
        "broken",
        "Found mailbox-type [No.Such.Mailbox, Nowhere] in configuration for [broken], "
        + "but could not find that type in any loaded assemblies.")]
    public void Names_what_is_wrong_with_a_section(string id, string message) =>
        Assert.Equal(message, Cause<ConfigurationException>(Props.Empty.WithMailbox(id)).Message);

    [Fact]
    public void Must_be_a_mailbox_type() => Assert.StartsWith(
        $"Cannot instantiate MailboxType {typeof(MailboxTests)}, defined in [no-mailbox]. Make sure it has a public "
        + "constructor with [Akka.Actor.Settings, Akka.Configuration.Config] parameters",
        Cause<ArgumentException>(Props.Empty.WithMailbox("no-mailbox")).Message);

    [Fact]
    public void Names_the_actor_whose_mailbox_cannot_be_made()
    {
        var refusal = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(Props.Empty.WithMailbox("nowhere"), "homeless"));

        Assert.Equal(
            "Configuration problem while creating [akka://test/user/homeless] "
            + "with dispatcher [akka.actor.default-dispatcher] and mailbox [nowhere]",
            refusal.Message);
    }

    [Fact]
    public void Warns_once_of_mailboxes_that_can_block()
    {
        EventFilter
            .Warning(start:
                "Configured potentially-blocking mailbox [patient] configured with non-zero PushTimeOut (00:00:20), ")
            .ExpectOne(() =>
            {
                Sys.ActorOf(Props.Empty.WithMailbox("patient"));
                Sys.ActorOf(Props.Empty.WithMailbox("patient"));
            });
    }

    [Fact]
    public void Warns_once_of_a_size_in_the_section_of_a_dispatcher()
    {
        const string warning = "Ignoring setting 'mailbox-size for dispatcher [sized-dispatcher], "
            + "you need to specify 'mailbox-type=bounded`";
        EventFilter.Warning(warning)
            .ExpectOne(() =>
            {
                Sys.ActorOf(Props.Create(() => new Held()).WithDispatcher("sized-dispatcher"));
                Sys.ActorOf(Props.Create(() => new Demanding()).WithDispatcher("sized-dispatcher"));
            });
    }

    [Theory]
    [InlineData("mailbox-capacity = -1", "The capacity for BoundedMailbox cannot be negative (Parameter 'config')")]
    [InlineData(
        "mailbox-capacity = 1", "The push time-out for BoundedMailbox cannot be be negative (Parameter 'config')")]
    public void Must_have_a_capacity_and_a_time_out_when_it_is_bounded(string config, string message)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new BoundedMailbox(Sys.Settings, config)).Message);
        Assert.Throws<ArgumentException>(() => new BoundedDequeBasedMailbox(Sys.Settings, config));
        Assert.Throws<ConfigurationException>(() => new BoundedMailbox(Sys.Settings, Config.Empty));
    }

    [Theory]
    [InlineData("priority")]
    [InlineData("stable-priority")]
    public void Hands_out_by_priority_when_it_has_one(string id)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Held()).WithMailbox(id));
        var gate = Hold(actor);

        foreach (object message in new object[] { 1, true, 'c', "text", 2.5, true, "words" }) actor.Tell(message);
        gate.CountDown();

        Assert.Equal(
            ["String", "String", "Boolean", "Boolean", "Int32", "Double", "Char"],
            Received(7).Select(m => m.GetType().Name));
    }

    [Fact]
    public void Keeps_the_order_of_equals_when_it_is_stable()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Held()).WithMailbox("stable-priority"));
        var gate = Hold(actor);

        for (var i = 0; i < 20; i++) actor.Tell(i);
        gate.CountDown();

        Assert.Equal(Enumerable.Range(0, 20), Received(20).Cast<int>());
    }

    [Fact]
    public void Takes_no_more_than_it_can_hold()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Held()).WithMailbox("bounded-of-two"));
        var gate = Hold(actor);
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters, typeof(DeadLetter));

        foreach (var message in new[] { "a", "b", "c" }) actor.Tell(message);

        var letter = letters.ExpectMsg<DeadLetter>();
        Assert.Equal(("c", TestActor, actor), (letter.Message, letter.Sender, letter.Recipient));
        gate.CountDown();
        Assert.Equal(["a", "b"], Received(2));
    }

    [Fact]
    public void Lets_senders_wait_until_it_can_hold_more()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Held()).WithMailbox("patient"));
        var gate = Hold(actor);
        actor.Tell("a");

        var waiting = new Thread(() => actor.Tell("b", TestActor));
        waiting.Start();
        Assert.False(waiting.Join(Ms(50)));
        gate.CountDown();

        Assert.True(waiting.Join(Patience));
        Assert.Equal(["a", "b"], Received(2));
    }

    [Fact]
    public void Gives_what_is_left_to_dead_letters()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Held()).WithMailbox("stable-priority"));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var gate = Hold(actor);

        actor.Tell("a");
        ((IInternalActorRef)actor).Stop();
        gate.CountDown();

        Assert.Equal("a", ExpectMsg<DeadLetter>().Message);
    }

    private IMessageQueue QueueOf(Props props) => QueueOf(Sys.ActorOf(props));

    private static IMessageQueue QueueOf(IActorRef actor) =>
        ((ActorCell)((ActorRefWithCell)actor).Underlying).Mailbox.MessageQueue;

    private TCause Cause<TCause>(Props props) where TCause : Exception => Assert.IsType<TCause>(
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(props)).InnerException);

    /// <summary>Has the actor wait, so that what comes then waits in its mailbox.</summary>
    private Akka.TestKit.TestLatch Hold(IActorRef actor)
    {
        var gate = CreateTestLatch();
        actor.Tell(gate);
        ExpectMsg("held");
        return gate;
    }

    private List<object> Received(int count) => Enumerable.Range(0, count).Select(_ => ReceiveOne(Patience)).ToList();

    private sealed class Held : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is not Akka.TestKit.TestLatch gate)
            {
                Sender.Tell(message);
                return;
            }

            Sender.Tell("held");
            gate.Ready(Patience);
        }
    }

    public interface IOwnSemantics : ISemantics;

    private sealed class Demanding : UntypedActor, IRequiresMessageQueue<IOwnSemantics>
    {
        protected override void OnReceive(object message)
        {
        }
    }

    public sealed class OwnQueue(string greeting) : UnboundedMessageQueue, IOwnSemantics
    {
        public string Greeting { get; } = greeting;
    }

    public sealed class OwnMailbox(Settings settings, Config config)
        : MailboxType(settings, config), IProducesMessageQueue<OwnQueue>
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
            new OwnQueue(Config.GetString("greeting"));
    }

    private static int PriorityOf(object message) => message switch
    {
        string => 1,
        bool => 2,
        int => 3,
        double => 4,
        _ => 5,
    };

    public sealed class ByKind(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => PriorityOf(message);
    }

    public sealed class StablyByKind(Settings settings, Config config)
        : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => PriorityOf(message);
    }
}
