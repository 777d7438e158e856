using Akka.Actor;

namespace Akka.TestKit.Tests;

public class CallingThreadDispatcherTests : Xunit2.TestKit
{
    [Fact]
    public void Runs_an_actor_on_the_thread_that_sends()
    {
        var threads = new List<Thread>();
        var actor = ActorOf(Props.Create(() => new Recorder(threads)).WithDispatcher(CallingThreadDispatcher.Id));

        actor.Tell("here");

        Assert.Same(Thread.CurrentThread, Assert.Single(threads));
    }

    [Fact]
    public void Finishes_a_message_before_the_next_that_the_actor_sends_itself()
    {
        var order = new List<string>();
        var actor = ActorOf(Props.Create(() => new Nester(order)).WithDispatcher(CallingThreadDispatcher.Id));

        actor.Tell("outer");

        Assert.Equal(["begin outer", "end outer", "begin inner", "end inner"], order);
    }

    [Fact]
    public async Task Comes_back_to_the_actor_when_it_awaits()
    {
        var actor = ActorOf(Props.Create<Awaiter>().WithDispatcher(CallingThreadDispatcher.Id));

        actor.Tell("go");

        Assert.Equal(actor, await ExpectMsgAsync<IActorRef>(TimeSpan.FromSeconds(10)));
    }

    private sealed class Recorder : ReceiveActor
    {
        public Recorder(List<Thread> threads) => ReceiveAny(_ => threads.Add(Thread.CurrentThread));
    }

    private sealed class Nester : ReceiveActor
    {
        public Nester(List<string> order)
        {
            Receive<string>(name =>
            {
                order.Add($"begin {name}");
                if (name == "outer")
                    Self.Tell("inner");
                order.Add($"end {name}");
            });
        }
    }

    private sealed class Awaiter : ReceiveActor
    {
        public Awaiter()
        {
            ReceiveAsync<string>(async _ =>
            {
                var sender = Sender;
                await Task.Yield();
                sender.Tell(Self);
            });
        }
    }
}
