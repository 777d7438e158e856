using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO;

public abstract class TcpRegisterTimeoutTests(string engine, Wire? wire = null) : TcpTestKit(
    engine,
    wire,
    "akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
{
    private TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void The_connection_stops_without_an_event_and_the_peer_is_reset_when_nobody_registers()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        Clock.Advance(TimeSpan.FromSeconds(4.9));
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
        Clock.Advance(TimeSpan.FromSeconds(0.2));

        ExpectTerminated(accepted.Connection);
        accepted.Peer.ExpectReset();
        ExpectSilence(accepted.BindHandler);
    }

    [Fact]
    public void A_registered_connection_is_left_alone()
    {
        var served = Serve();
        served.Peer.Send("1");
        Receive(served.Handler, 1);

        Clock.Advance(TimeSpan.FromSeconds(60));

        served.Peer.Send("2");
        Assert.Equal("2", Receive(served.Handler, 1));
    }

    [Fact]
    public void Any_message_restarts_the_time()
    {
        var accepted = Accept();
        Watch(accepted.Connection);
        Clock.Advance(TimeSpan.FromSeconds(3));
        accepted.Connection.Tell(Tcp.ResumeReading.Instance);
        Barrier(accepted.Connection);

        Clock.Advance(TimeSpan.FromSeconds(4));
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
        Clock.Advance(TimeSpan.FromSeconds(2));

        ExpectTerminated(accepted.Connection);
    }

    public sealed class OnEpoll() : TcpRegisterTimeoutTests(Epoll);

    public sealed class OnPortable() : TcpRegisterTimeoutTests(Portable);

    public sealed class OnTls() : TcpRegisterTimeoutTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpRegisterTimeoutTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpRegisterTimeoutTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpRegisterTimeoutTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpRegisterTimeoutTests(Epoll, new MemoryWire());
}
