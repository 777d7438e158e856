using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpOptionTests(string engine) : TcpTestKit(engine)
{
    [Fact]
    public void A_listeners_hooks_run_on_an_unbound_then_a_bound_socket_and_for_each_accepted_one()
    {
        var option = new RecordingOption();
        var handler = CreateTestProbe();
        var (_, endPoint) = Bind(handler, false, option);
        Hold(Wire.Connect(endPoint));
        Hold(Wire.Connect(endPoint));
        handler.ExpectMsg<Tcp.Connected>();
        handler.ExpectMsg<Tcp.Connected>();

        Assert.Equal(
            [
                "BeforeServerSocketBind, unbound",
                "AfterBind, bound",
                "AfterConnect, connected",
                "AfterConnect, connected",
            ],
            option.Calls);
    }

    [Fact]
    public void A_clients_hooks_run_before_and_after_connecting()
    {
        var option = new RecordingOption();

        Connect(option);

        Assert.Equal(["BeforeConnect, unbound", "AfterConnect, connected"], option.Calls);
    }

    [Fact]
    public void No_delay_is_on_unless_an_option_turns_it_off_after_connecting()
    {
        var ours = new RecordingOption();
        Serve(options: ours);
        Connect(ours);
        Assert.Equal([true, true], ours.NoDelay);

        var theirs = new RecordingOption { TurnsNoDelayOff = true };
        Serve(options: theirs);
        Assert.Equal([true], theirs.NoDelay);
        Assert.False(theirs.NoDelayAfterwards);
    }

    [Fact]
    public void A_socket_that_a_hook_has_seen_carries_bytes_and_ends_like_any_other()
    {
        var served = Serve(options: new RecordingOption());

        served.Peer.Send("in");
        Assert.Equal("in", Receive(served.Handler, 2));
        served.Handler.Send(served.Connection, Write("out"));
        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        Assert.Equal("out"u8.ToArray(), served.Peer.ReceiveToEnd());
        var aborted = Serve(options: new RecordingOption());
        aborted.Handler.Send(aborted.Connection, Tcp.Abort.Instance);
        aborted.Peer.ExpectReset();
    }

    [Fact]
    public void A_connection_that_an_option_cannot_be_set_on_is_closed_with_a_warning_and_the_next_is_served()
    {
        var handler = CreateTestProbe();
        var option = new FailingOption(failures: 1);
        var (_, endPoint) = Bind(handler, false, option);

        EventFilter.Warning(contains: "Could not set up the connection").ExpectOne(() =>
        {
            var refused = Hold(Wire.Connect(endPoint));
            refused.ExpectEnd();
        });

        Hold(Wire.Connect(endPoint));
        handler.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void Fails_with_the_cause_when_an_option_throws_before_connecting()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();

        commander.Send(
            Manager,
            new Tcp.Connect(listener.EndPoint, options: [new FailingOption(beforeConnect: true)]));

        Assert.Equal(FailingOption.Message, commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value?.Message);
    }

    [Fact]
    public void Fails_with_the_cause_and_closes_when_an_option_throws_after_connecting()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, options: [new FailingOption(failures: 1)]));

        Assert.Equal(FailingOption.Message, commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value?.Message);
        using var peer = listener.Accept();
        peer.ExpectEnd();
    }

    private sealed class RecordingOption : Inet.SocketOptionV2
    {
        private readonly List<string> _calls = [];
        private readonly List<bool> _noDelay = [];

        public bool TurnsNoDelayOff { get; init; }

        public bool NoDelayAfterwards { get; private set; } = true;

        public string[] Calls => [.. _calls];

        public bool[] NoDelay => [.. _noDelay];

        public override void BeforeServerSocketBind(Socket ss) => Record("BeforeServerSocketBind", ss);

        public override void AfterBind(Socket s) => Record("AfterBind", s);

        public override void BeforeConnect(Socket s) => Record("BeforeConnect", s);

        public override void AfterConnect(Socket s)
        {
            Record("AfterConnect", s);
            lock (_calls)
            {
                _noDelay.Add(s.NoDelay);
            }

            if (TurnsNoDelayOff)
            {
                s.NoDelay = false;
                NoDelayAfterwards = s.NoDelay;
            }
        }

        private void Record(string hook, Socket socket)
        {
            var isBound = socket.LocalEndPoint is IPEndPoint { Port: > 0 };
            var state = socket.Connected ? "connected" : isBound ? "bound" : "unbound";
            lock (_calls)
            {
                _calls.Add($"{hook}, {state}");
            }
        }
    }

    public sealed class OnEpoll() : TcpOptionTests(Epoll);

    public sealed class OnPortable() : TcpOptionTests(Portable);
}
