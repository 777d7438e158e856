using System.Net;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO.Tls;

public abstract class TlsHostileTests(string engine)
    : TlsTestKit(engine, "actorsockets.io.tls.max-handshake-bytes = 16KiB")
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "plain HTTP")]
    [InlineData("garbage", "does not speak TLS")]
    [InlineData("\u0016\u0003\u0001\u7f7f\u7f7f", "does not speak TLS")]
    public void A_peer_without_tls_is_closed_at_once_and_told_from_others(string hello, string why)
    {
        var option = ServerOption;
        var (_, endPoint, handler) = BindTls(option);
        using var peer = Wire.Connect(endPoint);

        EventFilter.Debug(contains: why).ExpectOne(() => peer.Send(hello));

        peer.ExpectGone();
        AwaitCondition(() => option.FailedHandshakes == 1);
        ExpectSilence(handler);
    }

    [Fact]
    public void A_hello_that_never_ends_is_cut_off()
    {
        var option = ServerOption;
        var (_, endPoint, _) = BindTls(option);
        using var peer = Wire.Connect(endPoint);
        // A client's hello of 16 MB, in records of 1 KB each.
        byte[] header = [22, 3, 1, 4, 0];

        EventFilter.Debug(contains: "TLS has failed").ExpectOne(() => Record.Exception(() =>
        {
            // The announcement alone may be refused.
            peer.Send([.. header, 1, 255, 255, 255, .. new byte[1020]]);
            for (var n = 0; n < 100; n++)
            {
                peer.Send([.. header, .. new byte[1024]]);
            }
        }));

        AwaitCondition(() => option.FailedHandshakes == 1);
        Record.Exception(() => peer.ReceiveToEnd());
    }

    [Fact]
    public void A_hello_beyond_the_limit_is_cut_off()
    {
        var (_, endPoint, _) = BindTls();
        using var peer = Wire.Connect(endPoint);

        EventFilter.Debug(contains: "more than 16384 bytes").ExpectOne(
            () => peer.Send([22, 3, 1, 64, 0, 1, 0, 63, 252, .. new byte[16380]]));

        peer.ExpectGone();
    }

    [Fact]
    public void A_good_client_gets_through_beside_a_thousand_that_stall()
    {
        var option = new TlsServerOption(CertificateSource.From(TestCertificates.Localhost))
        {
            MaxHalfOpenHandshakes = 50,
        };
        var (_, endPoint, handler) = BindTls(option);
        var stalled = Enumerable.Range(0, 1000).Select(n => Stall(endPoint, n)).ToArray();

        var served = Hold(TlsPeer.ConnectTo(endPoint));

        handler.ExpectMsg<Tcp.Connected>();
        handler.Send(handler.LastSender, new Tcp.Register(handler));
        served.Send("in time");
        Assert.Equal("in time", Receive(handler, 7));
        // The oldest have gone for the younger ones.
        stalled[0].ExpectGone();
        AwaitCondition(() => option.HalfOpenHandshakes <= 50);
        Assert.InRange(option.FailedHandshakes, 950, 1000);
    }

    /// <summary>Some say nothing, some begin a hello.</summary>
    private RawPeer Stall(EndPoint endPoint, int number)
    {
        var peer = Hold(Wire.Connect(endPoint));
        if (number % 2 == 0)
        {
            // It may have had to go for another already.
            Record.Exception(() => peer.Send([22, 3, 1, 2, 0, 1]));
        }

        return peer;
    }

    public sealed class OnEpoll() : TlsHostileTests(Epoll);

    public sealed class OnPortable() : TlsHostileTests(Portable);
}
