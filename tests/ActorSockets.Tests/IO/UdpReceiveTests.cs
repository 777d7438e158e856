using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpReceiveTests(string engine) : UdpTestKit(engine, "actorsockets.io.udp.receive-batch = 8")
{
    [Fact]
    public void Each_of_ten_datagrams_of_different_sizes_comes_as_it_was_sent()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Listen(handler);
        var peer = Peer();
        int[] sizes = [1, 512, 513, 3, 9000, 65507, 0, 17, 4096, 2];

        foreach (var size in sizes)
        {
            peer.Send(Random(size, size), endPoint);
        }

        foreach (var size in sizes)
        {
            var received = handler.ExpectMsg<Udp.Received>();
            Assert.Equal(Random(size, size), received.Data.ToArray());
            Assert.Equal(peer.EndPoint, received.Sender);
        }

        ExpectSilence(handler);
    }

    [Fact]
    public void Each_of_many_peers_is_known_by_its_own_address()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Listen(handler);
        var peers = Enumerable.Range(0, 50).Select(_ => Peer()).ToArray();

        for (var round = 0; round < 3; round++)
        {
            foreach (var peer in peers)
            {
                peer.Send($"{peer.EndPoint}", endPoint);
            }

            for (var i = 0; i < peers.Length; i++)
            {
                var received = handler.ExpectMsg<Udp.Received>();
                Assert.Equal(Text(received), $"{received.Sender}");
                // It is the handler's now.
                ((IPEndPoint)received.Sender).Port = 1;
            }
        }
    }

    [Fact]
    public void Nothing_comes_while_reading_is_suspended_and_nothing_is_lost()
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Listen(handler);
        var peer = Peer();
        listener.Tell(Udp.SuspendReading.Instance);
        Barrier(listener);

        for (var i = 0; i < 30; i++)
        {
            peer.Send($"{i}", endPoint);
        }

        ExpectSilence(handler);
        listener.Tell(Udp.ResumeReading.Instance);
        listener.Tell(Udp.ResumeReading.Instance);

        Assert.Equal(Numbers(30), handler.ReceiveN(30).Cast<Udp.Received>().Select(Text));
        ExpectSilence(handler);
    }

    [Fact]
    public void A_handler_that_suspends_and_resumes_with_each_datagram_gets_one_for_each_resume()
    {
        var collector = CreateTestProbe();
        var (any, _) = Listen(CreateTestProbe());
        var handler = Sys.ActorOf(Props.Create(() => new OneByOne(collector))
            .WithDispatcher(SocketIO.DispatcherOf(any)));
        var (listener, endPoint) = Listen(handler);
        listener.Tell(Udp.SuspendReading.Instance);
        Barrier(listener);
        var peer = Peer();
        for (var i = 0; i < 100; i++)
        {
            peer.Send($"{i}", endPoint);
        }

        listener.Tell(Udp.ResumeReading.Instance);

        Assert.Equal(Numbers(100), collector.ReceiveN(100).Cast<string>());
    }

    [Fact]
    public void A_handler_that_suspends_on_the_spot_gets_nothing_more_of_what_has_been_read()
    {
        var collector = CreateTestProbe();
        var handler = Sys.ActorOf(Props.Create(() => new Suspending(collector))
            .WithDispatcher("akka.test.calling-thread-dispatcher"));
        var (listener, endPoint) = Listen(handler);
        listener.Tell(Udp.SuspendReading.Instance);
        Barrier(listener);
        var peer = Peer();
        for (var i = 0; i < 20; i++)
        {
            peer.Send($"{i}", endPoint);
        }

        for (var i = 0; i < 20; i++)
        {
            listener.Tell(Udp.ResumeReading.Instance);
            collector.ExpectMsg($"{i}");
            Barrier(listener);
            collector.ExpectNoMsg(TimeSpan.Zero);
        }
    }

    [Fact]
    public void A_peer_that_is_gone_disturbs_neither_handler_nor_socket()
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Listen(handler);
        var gone = new DatagramPeer();
        gone.Send("my last request", endPoint);
        handler.ExpectMsg<Udp.Received>();
        gone.Dispose();

        listener.Tell(To(gone.EndPoint, "are you there?"));
        listener.Tell(To(gone.EndPoint, "are you?"));

        ExpectSilence(handler);
        Peer().Send("I am", endPoint);
        Assert.Equal("I am", Text(handler.ExpectMsg<Udp.Received>()));
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => $"{i}");

    private sealed class Suspending(IActorRef collector) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Sender.Tell(Udp.SuspendReading.Instance);
            collector.Tell(Text((Udp.Received)message));
        }
    }

    private sealed class OneByOne(IActorRef collector) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Sender.Tell(Udp.SuspendReading.Instance);
            collector.Tell(Text((Udp.Received)message));
            Sender.Tell(Udp.ResumeReading.Instance);
        }
    }

    public sealed class OnEpoll() : UdpReceiveTests(Epoll);

    public sealed class OnPortable() : UdpReceiveTests(Portable);
}
