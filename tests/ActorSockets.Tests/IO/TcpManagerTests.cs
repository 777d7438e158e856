using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpManagerTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    [Fact]
    public void Logs_an_error_that_names_the_type_and_the_help_when_a_message_is_stray()
    {
        EventFilter
            .Error(contains: "https://getakka.net/articles/networking/io.html")
            .And.Error(contains: "of type Close ")
            .Expect(1, () => Manager.Tell(Tcp.Close.Instance));
    }

    [Fact]
    public void A_stray_message_disturbs_no_socket()
    {
        var served = Serve();
        var (_, endPoint) = Bind(CreateTestProbe());

        Manager.Tell(Tcp.Abort.Instance);
        Manager.Tell("what is this?");

        served.Peer.Send("still");
        Assert.Equal("still", Receive(served.Handler, 5));
        Hold(Wire.Connect(endPoint));
    }

    [Fact]
    public void Every_connection_has_a_path_of_its_own_below_the_manager()
    {
        var one = Serve().Connection;
        var other = Serve().Connection;

        Assert.Equal(Manager.Path, one.Path.Parent);
        Assert.NotEqual(one.Path, other.Path);
        Assert.NotEqual(one, other);
    }

    public sealed class OnEpoll() : TcpManagerTests(Epoll);

    public sealed class OnPortable() : TcpManagerTests(Portable);

    public sealed class OnUnix() : TcpManagerTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpManagerTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpManagerTests(Epoll, new MemoryWire());
}
