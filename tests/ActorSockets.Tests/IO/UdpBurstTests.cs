using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpBurstTests(string engine) : UdpTestKit(engine, "akka.loglevel = INFO")
{
    private const int Batches = 2000;
    private const int BatchSize = 100;

    [Theory]
    [InlineData("listener")]
    [InlineData("sender")]
    [InlineData("connected")]
    public void Batch_after_batch_comes_whole_and_nothing_stays_behind(string from)
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Listen(handler);
        var socket = from switch
        {
            "listener" => Listen(CreateTestProbe()).Listener,
            "sender" => Sender(),
            _ => Connect(CreateTestProbe(), endPoint),
        };

        for (var batch = 0; batch < Batches; batch++)
        {
            for (var i = 0; i < BatchSize; i++)
            {
                var payload = ByteString.FromBytes([(byte)batch, (byte)i]);
                socket.Tell(
                    from == "connected" ? UdpConnected.Send.Create(payload) : Udp.Send.Create(payload, endPoint),
                    TestActor);
            }

            var received = handler.ReceiveN(BatchSize).Cast<Udp.Received>().Select(each => each.Data.ToArray());
            Assert.Equal(Enumerable.Range(0, BatchSize).Select(i => new[] { (byte)batch, (byte)i }), received);
        }

        ExpectNoMsg(TimeSpan.Zero);
        handler.ExpectNoMsg(TimeSpan.Zero);
        listener.Tell(Udp.Unbind.Instance, TestActor);
        ExpectMsg<Udp.Unbound>();
    }

    public sealed class OnEpoll() : UdpBurstTests(Epoll);

    public sealed class OnPortable() : UdpBurstTests(Portable);
}
