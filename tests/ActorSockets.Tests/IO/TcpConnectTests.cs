using System.Net;
using System.Net.Sockets;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpConnectTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    [Fact]
    public void Tells_the_commander_the_real_end_points()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();

        commander.Send(Manager, ConnectTo(listener.EndPoint));

        using var peer = listener.Accept();
        var connected = commander.ExpectMsg<Tcp.Connected>();
        Assert.Equal(listener.EndPoint, connected.RemoteAddress);
        Assert.Equal(peer.Remote, connected.LocalAddress);
        ExpectSilence(commander);
    }

    [Fact]
    public void Carries_bytes_both_ways()
    {
        var (peer, connection, commander) = Connect();
        commander.Send(connection, new Tcp.Register(commander));

        commander.Send(connection, Write("ping"));
        Assert.Equal("ping", peer.Receive(4));
        peer.Send("pong");
        Assert.Equal("pong", Receive(commander, 4));
    }

    [Fact]
    public void Fails_once_with_the_cause_when_nobody_listens()
    {
        EndPoint closed;
        using (var listener = Wire.Listen())
        {
            closed = listener.EndPoint;
        }

        var commander = CreateTestProbe();
        var connect = ConnectTo(closed);
        commander.Send(Manager, connect);

        var failed = commander.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(connect, failed.Cmd);
        Assert.True(
            failed.Cause.Value is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                or FileNotFoundException,
            $"{failed.Cause.Value}");
        commander.Watch(commander.LastSender);
        commander.ExpectTerminated(commander.LastSender);
        ExpectSilence(commander);
    }

    [Fact]
    public void The_death_of_the_commander_gives_the_attempt_up_and_closes_the_socket()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, ConnectTo(listener.EndPoint));

        // Before, while or after the connect is made: in every case nobody has registered.
        Sys.Stop(commander);

        using var peer = listener.TryAccept(TimeSpan.FromSeconds(1));
        peer?.ExpectGone();
    }

    public sealed class OnEpoll() : TcpConnectTests(Epoll);

    public sealed class OnPortable() : TcpConnectTests(Portable);

    public sealed class OnUnix() : TcpConnectTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpConnectTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpConnectTests(Epoll, new MemoryWire());
}
