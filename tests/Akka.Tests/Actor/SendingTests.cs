using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;

namespace Akka.Tests.Actor;

public class SendingTests() : KitTest($"bursting.mailbox-type = \"{typeof(BurstingMailbox).AssemblyQualifiedName}\"")
{
    [Fact]
    public void To_a_mailbox_that_throws_is_logged_and_nothing_to_the_sender()
    {
        var actor = Sys.ActorOf(Props.Empty.WithMailbox("bursting"));
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        actor.Tell("hello");

        var error = ExpectMsg<Error>();
        Assert.Equal("Swallowing exception during message send", error.Message.ToString());
        Assert.Equal($"[{actor.Path.Parent}]", error.LogSource);
        Assert.IsType<FormatException>(error.Cause);
    }

    private sealed class BurstingMailbox(Settings settings, Config config) : MailboxType(settings, config)
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new BurstingQueue();
    }

    private sealed class BurstingQueue : IMessageQueue
    {
        public bool HasMessages => false;

        public int Count => 0;

        public void Enqueue(IActorRef receiver, Envelope envelope) => throw new FormatException();

        public bool TryDequeue(out Envelope envelope)
        {
            envelope = default;
            return false;
        }

        public void CleanUp(IActorRef owner, IMessageQueue deadletters)
        {
        }
    }
}
