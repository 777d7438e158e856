using System.Net.Sockets;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>
/// Random sizes, pauses and peers that come and go. Datagrams may be lost, so what is counted is that each one that
/// comes is one that was sent, whole and to whom it was meant, once, and that every send is answered.
/// </summary>
public abstract class UdpStressTests(string engine) : UdpTestKit(engine, "akka.loglevel = INFO")
{
    private const int Rounds = 150;
    private const int Peers = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_comes_back_is_what_was_sent_and_every_send_is_answered(int seed)
    {
        var random = new Random(seed);
        var echo = Sys.ActorOf(Props.Create(() => new Echo(TestActor)));
        var (_, endPoint) = Listen(echo);
        var peers = Enumerable.Range(0, Peers).Select(_ => Peer()).ToArray();
        var awaited = peers.Select(_ => new List<byte[]>()).ToArray();
        var heard = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var at = random.Next(Peers);
            if (random.Next(20) == 0)
            {
                // Answers to what it sent last meet nobody.
                peers[at].Dispose();
                peers[at] = Peer();
                awaited[at].Clear();
            }

            var sent = Enumerable.Range(0, random.Next(1, 12)).Select(i => Message(random, round, i)).ToList();
            sent.ForEach(message => peers[at].Send(message, endPoint));
            awaited[at].AddRange(sent);
            heard += Take(peers[at], awaited[at], seed);
        }

        Assert.True(heard > Rounds, $"seed {seed}: only {heard} came back");
        AwaitAssert(
            () =>
            {
                echo.Tell("how many are not answered?", TestActor);
                Assert.Equal(0, ExpectMsg<int>());
            },
            RawPeer.Bound);
    }

    private static byte[] Message(Random random, int round, int number)
    {
        var size = random.Next(4) == 0 ? random.Next(8, 20_000) : random.Next(8, 200);
        var message = new byte[size];
        random.NextBytes(message);
        BitConverter.TryWriteBytes(message, (round * 100) + number);
        return message;
    }

    /// <summary>
    /// All that comes back, which on this machine is all that was sent unless a buffer was full. What comes too late
    /// for the wait is awaited by the next.
    /// </summary>
    private static int Take(DatagramPeer peer, List<byte[]> awaited, int seed)
    {
        var count = 0;
        while (awaited.Count > 0 && peer.Socket.Poll(TimeSpan.FromMilliseconds(500), SelectMode.SelectRead))
        {
            var got = peer.ReceiveBytes(out _);
            var index = awaited.FindIndex(message => message.AsSpan().SequenceEqual(got));
            Assert.True(index >= 0, $"seed {seed}: {got.Length} bytes came that were not sent, or came twice");
            awaited.RemoveAt(index);
            count++;
        }

        return count;
    }

    /// <summary>Sends back with an ack for each, and now and then suspends for a moment.</summary>
    private sealed class Echo(IActorRef test) : UntypedActor
    {
        private int _unanswered;
        private int _count;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Udp.Received received:
                    OnReceived(received);
                    break;
                case Sent or Udp.CommandFailed:
                    _unanswered--;
                    break;
                default:
                    test.Tell(_unanswered);
                    break;
            }
        }

        private void OnReceived(Udp.Received received)
        {
            _unanswered++;
            Sender.Tell(new Udp.Send(received.Data, received.Sender, new Sent(_count)));
            if (++_count % 7 == 0)
            {
                Sender.Tell(Udp.SuspendReading.Instance);
                Sender.Tell(Udp.ResumeReading.Instance);
            }
        }
    }

    public sealed class OnEpoll() : UdpStressTests(Epoll);

    public sealed class OnPortable() : UdpStressTests(Portable);
}
