using Akka.Actor;
using Akka.Routing;
using Akka.Tests.Actor;

namespace Akka.Tests.Routing;

public class ListenerSupportTests : KitTest
{
    [Fact]
    public void Gossips_to_those_who_listen_until_they_turn_away()
    {
        var town = Sys.ActorOf(Props.Create(() => new Town()));
        var listener = Inbox.Create(Sys);

        town.Tell(new Listen(TestActor));
        town.Tell(new Listen(TestActor));
        town.Tell(new Listen(listener.Receiver));
        town.Tell(new Deafen(listener.Receiver));
        town.Tell("news");
        town.Tell(new WithListeners(each => each.Tell("direct")));

        ExpectInOrder("news", "direct");
    }

    [Fact]
    public void Leaves_other_messages_to_the_actor()
    {
        Assert.False(new ListenerSupport().ListenerReceive("news"));
    }

    private sealed class Town : UntypedActor, IListeners
    {
        public ListenerSupport Listeners { get; } = new();

        protected override void OnReceive(object message)
        {
            if (!Listeners.ListenerReceive(message))
            {
                Listeners.Gossip(message);
            }
        }
    }
}
