using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpOptionTests(string engine) : UdpTestKit(engine)
{
    [Fact]
    public void A_listeners_hooks_run_once_each_on_an_unbound_then_a_bound_socket()
    {
        var option = new RecordingOption();

        Listen(CreateTestProbe(), option);

        Assert.Equal(["BeforeDatagramBind, unbound", "AfterBind, bound"], option.Calls);
    }

    [Fact]
    public void A_senders_hook_runs_once_on_an_unbound_socket()
    {
        var option = new RecordingOption();

        Sender(option);

        Assert.Equal(["BeforeDatagramBind, unbound"], option.Calls);
    }

    [Fact]
    public void A_connected_sockets_hooks_run_once_each_around_binding_and_connecting()
    {
        var option = new RecordingOption();
        var commander = CreateTestProbe();

        commander.Send(
            ConnectedManager, new UdpConnected.Connect(CreateTestProbe(), Peer().EndPoint, AnyPort, [option]));

        commander.ExpectMsg<UdpConnected.Connected>();
        Assert.Equal(
            ["BeforeDatagramBind, unbound", "AfterBind, bound", "AfterConnect, connected"],
            option.Calls);
    }

    [Fact]
    public void The_socket_is_created_once_by_the_option_for_that()
    {
        var creator = new RecordingCreator();

        Listen(CreateTestProbe(), creator);
        Assert.Equal([AddressFamily.InterNetwork], creator.Created);

        Sender(creator);
        Assert.Equal(2, creator.Created.Count);
    }

    [Fact]
    public void The_size_of_the_send_buffer_is_set_though_its_hook_is_that_of_connections()
    {
        var creator = new RecordingCreator();

        Listen(CreateTestProbe(), creator, new Inet.SO.SendBufferSize(50_000));

        // Linux doubles what it is given (socket(7)).
        Assert.InRange(creator.Last!.SendBufferSize, 50_000, 100_000);
    }

    [Fact]
    public void A_hook_that_throws_fails_the_command_and_closes_the_socket()
    {
        var creator = new RecordingCreator();
        var commander = CreateTestProbe();

        EventFilter.Error(contains: "Failed to bind").ExpectOne(() => commander.Send(
            Manager, new Udp.Bind(CreateTestProbe(), AnyPort, [creator, new ThrowingOption()])));

        commander.ExpectMsg<Udp.CommandFailed>();
        Assert.True(creator.Last!.SafeHandle.IsClosed);
    }

    private sealed class ThrowingOption : Inet.SocketOptionV2
    {
        public override void AfterBind(Socket s) => throw new InvalidOperationException(FailingOption.Message);
    }

    private sealed class RecordingCreator : Inet.DatagramChannelCreator
    {
        public List<AddressFamily> Created { get; } = [];

        public Socket? Last { get; private set; }

        public override Socket Create(AddressFamily addressFamily)
        {
            Created.Add(addressFamily);
            return Last = base.Create(addressFamily);
        }
    }

    private sealed class RecordingOption : Inet.SocketOptionV2
    {
        private readonly List<string> _calls = [];

        public string[] Calls => [.. _calls];

        public override void BeforeDatagramBind(Socket ds) => Record("BeforeDatagramBind", ds);

        public override void AfterBind(Socket s) => Record("AfterBind", s);

        public override void AfterConnect(Socket s) => Record("AfterConnect", s);

        private void Record(string hook, Socket socket) =>
            _calls.Add($"{hook}, {(socket.Connected ? "connected" : socket.IsBound ? "bound" : "unbound")}");
    }

    public sealed class OnEpoll() : UdpOptionTests(Epoll);

    public sealed class OnPortable() : UdpOptionTests(Portable);
}
