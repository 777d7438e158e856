using System.Net.Sockets;
using System.Runtime.Versioning;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO;

/// <summary>What only Unix sockets have: files, modes, names, and peers without either.</summary>
public abstract class UnixSocketTests(string engine) : TcpTestKit(engine, new UnixWire())
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybodys =
        OwnersOnly | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private UnixDomainSocketEndPoint? _endPoint;

    private UnixDomainSocketEndPoint EndPoint => _endPoint ??= (UnixDomainSocketEndPoint)Wire.FreeEndPoint();

    private string File => EndPoint.ToString();

    [Fact]
    public void Takes_the_place_of_a_file_that_nobody_listens_behind()
    {
        LeaveStale();

        Assert.Equal(EndPoint, ExpectBound());

        Wire.Connect(EndPoint).Dispose();
    }

    [Fact]
    public void Does_not_take_the_place_of_somebody_who_listens()
    {
        using var other = SocketListener.On(EndPoint);

        var cause = Assert.IsType<SocketException>(ExpectFailure());

        Assert.Equal(SocketError.AddressAlreadyInUse, cause.SocketErrorCode);
        Wire.Connect(EndPoint).Dispose();
    }

    [Fact]
    public void Does_not_take_the_place_of_somebody_who_does_not_accept_any_more()
    {
        using var other = SocketListener.On(EndPoint, backlog: 0);
        Hold(Wire.Connect(EndPoint));

        Assert.IsType<SocketException>(ExpectFailure());
    }

    [Fact]
    public void Leaves_a_file_alone_that_is_no_socket()
    {
        System.IO.File.WriteAllText(File, "precious");

        Assert.Contains("is no socket", ExpectFailure().Message);

        Assert.Equal("precious", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Names_the_folder_that_is_missing()
    {
        var missing = new UnixDomainSocketEndPoint(Path.Combine(File, "socket"));

        var cause = Assert.IsType<IOException>(ExpectFailure(missing));

        Assert.Contains(missing.ToString(), cause.Message);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Its_owner_alone_may_connect_unless_an_option_says_otherwise()
    {
        ExpectBound();
        Assert.Equal(OwnersOnly, System.IO.File.GetUnixFileMode(File));

        _endPoint = null;
        ExpectBound(options: new SocketOptions.UnixMode(Everybodys));
        Assert.Equal(Everybodys, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void The_file_goes_when_it_is_unbound()
    {
        var listener = Bound();

        listener.Tell(Tcp.Unbind.Instance);

        ExpectMsg<Tcp.Unbound>();
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void The_file_goes_when_the_handler_dies()
    {
        var handler = CreateTestProbe();
        var listener = Bound(handler);
        Watch(listener);

        Sys.Stop(handler);

        ExpectTerminated(listener);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_file_goes_when_the_system_ends()
    {
        ExpectBound();

        await Sys.Terminate().WaitAsync(RawPeer.Bound);

        Assert.True(SpinWait.SpinUntil(() => !System.IO.File.Exists(File), RawPeer.Bound));
    }

    [Fact]
    public void A_file_that_another_has_put_in_its_place_stays()
    {
        var listener = Bound();
        System.IO.File.Delete(File);
        using var other = SocketListener.On(EndPoint);

        listener.Tell(Tcp.Unbind.Instance);

        ExpectMsg<Tcp.Unbound>();
        Wire.Connect(EndPoint).Dispose();
    }

    [Fact]
    public void The_file_goes_when_a_hook_fails_after_binding()
    {
        ExpectFailure(EndPoint, new FailingAfterBind());

        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void An_abstract_name_is_no_file()
    {
        var name = new UnixDomainSocketEndPoint($"\0actorsockets-{Guid.NewGuid()}");
        var handler = CreateTestProbe();
        Bound(handler, name);

        var peer = Hold(Wire.Connect(name));

        var connected = handler.ExpectMsg<Tcp.Connected>();
        Assert.Equal(name, connected.LocalAddress);
        Assert.Equal(name, peer.Remote);
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(name));
        Assert.Equal(name, commander.ExpectMsg<Tcp.Connected>().RemoteAddress);
    }

    [Fact]
    public void A_peer_without_a_name_is_shown_as_one_without_a_name()
    {
        var handler = CreateTestProbe();
        Bound(handler);

        Hold(Wire.Connect(EndPoint));

        var connected = handler.ExpectMsg<Tcp.Connected>();
        Assert.Equal("@", connected.RemoteAddress.ToString());
        Assert.Equal(EndPoint, connected.LocalAddress);
    }

    [Fact]
    public void A_peer_with_a_longer_path_than_the_listeners_is_known_by_it()
    {
        var handler = CreateTestProbe();
        Bound(handler);
        var longer = new UnixDomainSocketEndPoint($"{File}-and-then-some-more");
        using var socket = TcpWire.Create(longer);
        socket.Bind(longer);

        socket.Connect(EndPoint);

        Assert.Equal(longer, handler.ExpectMsg<Tcp.Connected>().RemoteAddress);
    }

    [Fact]
    public void A_socket_that_is_not_there_is_named()
    {
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(EndPoint));

        var cause = Assert.IsType<FileNotFoundException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
        Assert.Contains(File, cause.Message);
    }

    [Fact]
    public void A_connect_waits_while_the_listener_has_no_room()
    {
        using var full = SocketListener.On(EndPoint, backlog: 0);
        Hold(Wire.Connect(EndPoint));
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(EndPoint));
        ExpectSilence(commander);

        full.Accept().Dispose();

        commander.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void A_connect_that_waits_for_room_has_its_time_out()
    {
        using var full = SocketListener.On(EndPoint, backlog: 0);
        Hold(Wire.Connect(EndPoint));
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(EndPoint, timeout: TimeSpan.FromMilliseconds(100)));

        Assert.IsType<TimeoutException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
    }

    [Fact]
    public void Bytes_that_a_peer_leaves_unread_are_told_of_as_a_reset()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Write("not all of it"));
        served.Peer.ReceiveBytes(3);

        served.Peer.Dispose();

        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public void Options_of_TCP_do_nothing_to_it()
    {
        var served = Serve(options:
        [
            new SocketOptions.NoDelay(true),
            new SocketOptions.KeepAlive(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 1),
            new SocketOptions.UserTimeout(TimeSpan.FromSeconds(1)),
            new SocketOptions.QuickAck(true),
            new SocketOptions.ReusePort(true),
            new Inet.SO.TrafficClass(8),
        ]);

        served.Peer.Send("works");

        Assert.Equal("works", Receive(served.Handler, 5));
    }

    private void LeaveStale()
    {
        // .NET removes the file of a socket that it has bound, but not that of a duplicate.
        using var socket = TcpWire.Create(EndPoint);
        var elsewhere = new UnixDomainSocketEndPoint($"{File}-");
        socket.Bind(elsewhere);
        System.IO.File.Move(elsewhere.ToString(), File);
    }

    private IActorRef Bound(TestProbe? handler = null, UnixDomainSocketEndPoint? endPoint = null)
    {
        Manager.Tell(BindTo(handler ?? CreateTestProbe(), endPoint ?? EndPoint));
        ExpectMsg<Tcp.Bound>();
        return LastSender;
    }

    private System.Net.EndPoint ExpectBound(params Inet.SocketOption[] options)
    {
        Manager.Tell(BindTo(CreateTestProbe(), EndPoint, options: options));
        return ExpectMsg<Tcp.Bound>().LocalAddress;
    }

    private Exception ExpectFailure(UnixDomainSocketEndPoint? endPoint = null, params Inet.SocketOption[] options)
    {
        Manager.Tell(BindTo(CreateTestProbe(), endPoint ?? EndPoint, options: options));
        return ExpectMsg<Tcp.CommandFailed>().Cause.Value!;
    }

    private sealed class FailingAfterBind : Inet.SocketOptionV2
    {
        public override void AfterBind(Socket s) => throw new InvalidOperationException(FailingOption.Message);
    }

    public sealed class OnEpoll() : UnixSocketTests(Epoll);

    public sealed class OnPortable() : UnixSocketTests(Portable);
}
