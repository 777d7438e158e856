using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Tests.Actor;

public class StoppingTests : KitTest
{
    [Fact]
    public void By_poison_lets_the_messages_before_it_be_handled()
    {
        var actor = Echo();
        Watch(actor);

        actor.Tell("one");
        actor.Tell("two");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("three");

        ExpectMsg("one");
        ExpectMsg("two");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Overtakes_the_messages_that_wait()
    {
        var release = CreateTestLatch();
        var actor = Act((context, message) =>
        {
            context.Sender.Tell(message);
            if (message is "wait") release.Ready(Patience);
        });
        Watch(actor);

        actor.Tell("wait");
        ExpectMsg("wait");
        actor.Tell("waiting");
        ((IInternalActorRef)actor).Stop();
        release.CountDown();

        ExpectTerminated(actor);
    }

    [Fact]
    public void Turns_messages_that_still_wait_into_dead_letters_in_their_order()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var release = CreateTestLatch();
        var actor = Act((context, _) =>
        {
            release.Ready(Patience);
            context.Stop(context.Self);
        });

        actor.Tell("go");
        foreach (var message in new[] { "a", "b", "c" }) actor.Tell(message);
        release.CountDown();

        foreach (var message in new[] { "a", "b", "c" })
        {
            var letter = ExpectMsg<DeadLetter>();
            Assert.Equal((message, TestActor, actor), (letter.Message, letter.Sender, letter.Recipient));
        }
    }

    [Fact]
    public void By_poison_of_a_dead_actor_is_a_suppressed_dead_letter()
    {
        var actor = Silent();
        Bury(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        actor.Tell(PoisonPill.Instance);

        Assert.IsType<PoisonPill>(ExpectMsg<SuppressedDeadLetter>().Message);
    }

    [Fact]
    public void Of_a_dead_actor_is_a_suppressed_dead_letter_from_itself()
    {
        var actor = Silent();
        Bury(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        ((IInternalActorRef)actor).Stop();

        var letter = ExpectMsg<SuppressedDeadLetter>();
        Assert.IsType<Terminate>(letter.Message);
        Assert.Equal((actor, Sys.DeadLetters), (letter.Sender, letter.Recipient));
    }

    [Fact]
    public void Turns_orders_to_a_dead_actor_into_dead_letters_from_itself()
    {
        var actor = Silent();
        Bury(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        ((IInternalActorRef)actor).Suspend();

        var letter = ExpectMsg<DeadLetter>();
        Assert.IsType<Suspend>(letter.Message);
        Assert.Equal((actor, actor), (letter.Sender, letter.Recipient));
    }

    [Fact]
    public void Names_dead_letters_where_the_sender_is_nobody()
    {
        var actor = Silent();
        Bury(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        actor.Tell("user", ActorRefs.NoSender);
        actor.Tell(PoisonPill.Instance, ActorRefs.Nobody);
        Sys.DeadLetters.Tell("direct", ActorRefs.Nobody);

        for (var i = 0; i < 3; i++) Assert.Equal(Sys.DeadLetters, ExpectMsg<AllDeadLetters>().Sender);
    }

    [Fact]
    public void Forgets_the_recipe_of_the_actor()
    {
        var actor = (ActorRefWithCell)Silent();
        var before = actor.Underlying.Props;

        Bury(actor);

        AwaitAssert(() => Assert.IsType<TerminatedProps>(actor.Underlying.Props));
        Assert.NotEqual(before, actor.Underlying.Props);
    }

    [Fact]
    public void By_kill_fails_and_the_supervisor_decides()
    {
        var actor = Echo();
        Watch(actor);

        EventFilter.Exception<ActorKilledException>("Kill").ExpectOne(() => actor.Tell(Kill.Instance));

        ExpectTerminated(actor);
    }

    [Fact]
    public void By_kill_turns_what_waits_behind_it_into_dead_letters()
    {
        var release = CreateTestLatch();
        var actor = Act((_, _) => release.Ready(Patience));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        actor.Tell("go");
        actor.Tell(Kill.Instance);
        actor.Tell("late");
        release.CountDown();

        Assert.Equal("late", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Lets_the_message_at_hand_be_finished()
    {
        var actor = Act((context, message) =>
        {
            context.Stop(context.Self);
            context.Sender.Tell("finished " + message);
        });

        actor.Tell("one");
        actor.Tell("two");

        ExpectMsg("finished one");
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Twice_is_as_good_as_once()
    {
        var actor = Silent();
        Watch(actor);

        Sys.Stop(actor);
        Sys.Stop(actor);
        actor.Tell(PoisonPill.Instance);

        ExpectTerminated(actor);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Of_another_ones_child_is_possible()
    {
        var parent = Act((context, _) => context.Sender.Tell(context.ActorOf(Props.Empty)));
        parent.Tell("child");
        var child = ExpectMsg<IActorRef>();

        Bury(child);

        parent.Tell("alive?");
        ExpectMsg<IActorRef>();
    }

    [Fact]
    public void Refuses_new_children_while_it_goes_on()
    {
        var parent = Sys.ActorOf(Props.Create(() => new LastMinute()));

        EventFilter.Exception<InvalidOperationException>("Cannot create child while terminating or terminated")
            .ExpectOne(() => Bury(parent));
    }

    [Fact]
    public void Makes_the_reference_one_to_dead_letters()
    {
        var actor = Silent();
        Bury(actor);

        EventFilter.DeadLetter<string>(m => m == "hello").ExpectOne(() => actor.Tell("hello"));
    }

    [Fact]
    public void Answers_who_asks_for_a_dead_actors_identity()
    {
        var actor = Silent();
        Bury(actor);

        actor.Tell(new Identify(7));

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(7, identity.MessageId);
        Assert.True(identity.Subject.IsNobody());
    }

    private sealed class LastMinute : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => Context.ActorOf(Props.Empty);
    }
}
