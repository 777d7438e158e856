using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO.Tls;

public abstract class TlsTimeoutTests(string engine) : TlsTestKit(
    engine,
    "akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
{
    private TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_server_resets_a_peer_that_has_not_finished_in_time()
    {
        var option = ServerOption;
        var (_, endPoint, handler) = BindTls(option);
        using var peer = Wire.Connect(endPoint);
        AwaitCondition(() => option.HalfOpenHandshakes == 1);
        Clock.Advance(TimeSpan.FromSeconds(9.9));
        ExpectSilence(handler);
        Assert.Equal(1, option.HalfOpenHandshakes);

        Clock.Advance(TimeSpan.FromSeconds(0.2));

        peer.ExpectReset();
        AwaitCondition(() => option is { HalfOpenHandshakes: 0, FailedHandshakes: 1 });
        ExpectSilence(handler);
    }

    [Fact]
    public void A_client_fails_when_the_server_has_not_finished_in_time()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        var option = new TlsClientOption(TlsPeer.Trusting) { HandshakeTimeout = TimeSpan.FromSeconds(3) };
        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, options: [option]));
        using var peer = listener.Accept();
        // Its hello has come: the handshake has begun.
        peer.ReceiveBytes(5);

        Clock.Advance(TimeSpan.FromSeconds(3.1));

        var failed = commander.ExpectMsg<Tcp.CommandFailed>();
        Assert.IsType<TimeoutException>(failed.Cause.Value);
    }

    [Fact]
    public void The_time_to_connect_covers_the_handshake()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(
            Manager,
            new Tcp.Connect(listener.EndPoint, options: [TrustingClient], timeout: TimeSpan.FromSeconds(2)));
        using var peer = listener.Accept();
        peer.ReceiveBytes(5);

        Clock.Advance(TimeSpan.FromSeconds(2.1));

        Assert.IsType<TimeoutException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
        peer.ExpectGone();
    }

    public sealed class OnEpoll() : TlsTimeoutTests(Epoll);

    public sealed class OnPortable() : TlsTimeoutTests(Portable);
}
