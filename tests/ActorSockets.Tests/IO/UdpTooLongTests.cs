using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpTooLongTests(string engine)
    : UdpTestKit(engine, "actorsockets.io.udp.max-datagram-bytes = 100")
{
    [Fact]
    public void A_datagram_that_is_too_long_is_dropped_with_one_warning_for_each_socket_and_never_cut()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Listen(handler);
        var peer = Peer();

        EventFilter.Warning(contains: "longer than 100 bytes").ExpectOne(() =>
        {
            peer.Send(Random(100), endPoint);
            peer.Send(Random(101), endPoint);
            peer.Send(Random(5000), endPoint);
            peer.Send("short", endPoint);
            Assert.Equal(Random(100), handler.ExpectMsg<Udp.Received>().Data.ToArray());
            Assert.Equal("short", Text(handler.ExpectMsg<Udp.Received>()));
        });
    }

    public sealed class OnEpoll() : UdpTooLongTests(Epoll);

    public sealed class OnPortable() : UdpTooLongTests(Portable);
}
