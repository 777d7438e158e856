using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>A handler that blocks an I/O thread stops nobody but itself, and is named.</summary>
public abstract class BlockingHandlerTests(string engine) : TcpTestKit(engine, more: "actorsockets.io.threads = 1")
{
    [Fact]
    public void A_handler_may_wait_for_an_actor_of_its_own_thread_while_others_are_served()
    {
        var blocking = Serve();
        var other = Serve();
        using var otherIsServed = new ManualResetEventSlim();
        var dispatcher = SocketIO.DispatcherOf(blocking.Connection);
        Assert.Equal(dispatcher, SocketIO.DispatcherOf(other.Connection));
        var librarian = Sys.ActorOf(Props.Create(() => new Librarian(otherIsServed)).WithDispatcher(dispatcher));
        var asking = Sys.ActorOf(
            Props.Create(() => new Asking(blocking.Connection, librarian)).WithDispatcher(dispatcher), "asking");

        EventFilter.Warning(contains: "Asking").ExpectOne(() =>
        {
            asking.Tell(Bytes("first"));
            asking.Tell(Bytes("second"));
            other.Peer.Send("hello");
            Assert.Equal("hello", Receive(other.Handler, 5));
            other.Connection.Tell(Write("and back"), other.Handler);
            Assert.Equal("and back", other.Peer.Receive(8));
            otherIsServed.Set();
            Assert.Equal("answeranswer", blocking.Peer.Receive(12));
        });
    }

    /// <summary>Blocks twice: in its question, and in the hands of the librarian, which blocks, too.</summary>
    private sealed class Asking : ReceiveActor
    {
        public Asking(IActorRef connection, IActorRef librarian) => Receive<ByteString>(_ =>
        {
            var answer = librarian.Ask<string>("question", TimeSpan.FromSeconds(20)).GetAwaiter().GetResult();
            connection.Tell(Write(answer));
        });
    }

    private sealed class Librarian : ReceiveActor
    {
        public Librarian(ManualResetEventSlim otherIsServed) => Receive<string>(_ =>
        {
            otherIsServed.Wait(TimeSpan.FromSeconds(20));
            Sender.Tell("answer");
        });
    }

    public sealed class OnEpoll() : BlockingHandlerTests(Epoll);

    public sealed class OnPortable() : BlockingHandlerTests(Portable);
}
