using System.Net.Sockets;
using ActorSockets.Framing;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.Server;

public class CloseReasonTests : ConnectionKit
{
    [Fact]
    public void Peer_finishes_and_the_handler_answers_before_the_end()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("hello\n");
        socket.Say(Tcp.PeerClosed.Instance);

        socket.ExpectSent("hello\n");
        socket.ExpectClose();
        ExpectClosed(CloseReason.PeerClosed);
    }

    [Fact]
    public void Peer_finishes_in_the_middle_of_a_line_which_is_not_delivered()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("hel");
        socket.Say(Tcp.PeerClosed.Instance);

        socket.ExpectClose();
        ExpectClosed(CloseReason.PeerClosed);
    }

    [Theory]
    [InlineData(SocketError.ConnectionReset, CloseReason.PeerReset)]
    [InlineData(SocketError.Shutdown, CloseReason.PeerReset)]
    [InlineData(SocketError.TimedOut, CloseReason.IOError)]
    [InlineData(SocketError.NetworkUnreachable, CloseReason.IOError)]
    public void The_network_fails(SocketError error, CloseReason reason)
    {
        var cause = new SocketException((int)error).Message;
        var socket = Open<ObedientHandler>();

        socket.Say(new Tcp.ErrorClosed(cause));

        Assert.Equal(new ConnectionClosed(reason, cause), ExpectMsg<ConnectionClosed>());
        ExpectMsg(reason);
    }

    [Fact]
    public void The_handler_closes()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("close\n");

        socket.ExpectSent("bye\n");
        socket.ExpectClose();
        ExpectClosed(CloseReason.ClosedByHandler);
    }

    [Fact]
    public void The_handler_aborts()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("abort\n");

        socket.ExpectAbort();
        ExpectClosed(CloseReason.AbortedByHandler);
    }

    [Fact]
    public void The_handler_stops_itself_and_finds_the_reason_when_it_does()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("stop\n");

        socket.ExpectSent("bye\n");
        socket.ExpectClose();
        ExpectMsg(CloseReason.HandlerStopped);
    }

    [Fact]
    public void The_handler_fails_for_good_and_finds_the_reason_when_it_stops()
    {
        var socket = Open<ObedientHandler>(Lines with { MaxRestarts = 0 });

        EventFilter.Exception<InvalidOperationException>(contains: "stopped, and the connection reset").ExpectOne(
            () => socket.Receive("crash\n"));

        socket.ExpectAbort();
        ExpectMsg(CloseReason.HandlerFailed);
    }

    [Fact]
    public void The_handlers_constructor_throws()
    {
        EventFilter.Exception<ActorInitializationException>(contains: "and the connection reset").ExpectOne(() =>
        {
            var socket = Open(Props.Create(() => new StillbornHandler()));
            socket.ExpectAbort();
        });

        AwaitAssert(() => Assert.Equal(1, Table.Statistics.Closed.GetValueOrDefault(CloseReason.HandlerFailed)));
    }

    [Fact]
    public void The_peer_sends_a_line_that_is_too_long_and_is_told_so()
    {
        var socket = Open<ObedientHandler>(Lines with { MaxFrameBytes = 10 });

        socket.Receive("hello\n01234567890");

        socket.ExpectSent("hello\nerror: line longer than 10 bytes\n");
        socket.ExpectClose();
        var closed = ExpectMsg<ConnectionClosed>();
        Assert.Equal(new ConnectionClosed(CloseReason.FrameTooLong, "A frame is longer than 10 bytes."), closed);
    }

    [Fact]
    public void The_peer_sends_what_is_no_text()
    {
        var socket = Open<ObedientHandler>(Lines with
        {
            Framer = new LineFramer { MalformedText = MalformedText.Reject },
        });

        socket.Receive([0xFF, (byte)'\n']);

        socket.ExpectSent("error: not valid utf-8\n");
        socket.ExpectClose();
        Assert.Equal(CloseReason.InvalidFrame, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public void A_decoder_fails()
    {
        var socket = Open<ObedientHandler>(Lines with { Framer = new BrokenFramer() });

        EventFilter.Exception<InvalidOperationException>(contains: "BrokenDecoder").ExpectOne(
            () => socket.Receive("x\n"));

        socket.ExpectClose();
        Assert.Equal(CloseReason.InvalidFrame, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public void A_decoder_asks_for_more_and_more()
    {
        var socket = Open<ObedientHandler>(Lines with { Framer = new GreedyFramer(), MaxFrameBytes = 1000 });

        for (var i = 0; i < 6; i++)
            socket.Receive(new byte[1000]);

        socket.ExpectClose();
        Assert.Equal(CloseReason.FrameTooLong, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public void The_peer_reads_too_slowly()
    {
        var socket = Open<ObedientHandler>(Lines with { MaxUnsentBytes = 20 });

        socket.Receive("0123456789\n0123456789\n0123456789\n");

        socket.ExpectSent("0123456789\n");
        socket.ExpectAbort();
        Assert.Equal(
            new ConnectionClosed(CloseReason.PeerTooSlow, "More than 20 bytes wait for it."),
            ExpectMsg<ConnectionClosed>());
    }

    [Fact]
    public void What_the_socket_has_sent_does_not_count_against_the_peer()
    {
        var socket = Open<ObedientHandler>(Lines with { MaxUnsentBytes = 20 });

        for (var i = 0; i < 10; i++)
        {
            socket.Receive("0123456789\n");
            socket.Say(socket.Next<Tcp.Write>().Ack);
        }

        Assert.Null(socket.Connection.CloseReason);
    }

    [Fact]
    public void The_sockets_own_queue_is_full()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("hello\n");
        socket.Say(new Tcp.CommandFailed(socket.Next<Tcp.Write>()));

        socket.ExpectAbort();
        ExpectClosed(CloseReason.PeerTooSlow);
    }

    [Fact]
    public void The_socket_ends_without_a_word()
    {
        var socket = Open<ObedientHandler>();

        Sys.Stop(socket.Probe.Ref);

        Assert.Equal(
            new ConnectionClosed(CloseReason.IOError, "The socket is gone."), ExpectMsg<ConnectionClosed>());
    }

    [Fact]
    public void The_first_reason_wins()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("close\n");
        socket.ExpectSent("bye\n");
        socket.Next<Tcp.Close>();
        socket.Say(new Tcp.ErrorClosed("too late"));

        ExpectClosed(CloseReason.ClosedByHandler);
    }

    [Fact]
    public void A_close_that_takes_too_long_is_an_abort_with_the_same_reason()
    {
        var socket = Open<ObedientHandler>(Lines with { CloseTimeout = TimeSpan.FromMilliseconds(50) });

        socket.Receive("close\n");
        socket.ExpectSent("bye\n");
        socket.Next<Tcp.Close>();

        socket.ExpectAbort();
        ExpectClosed(CloseReason.ClosedByHandler);
    }

    [Fact]
    public void A_handler_with_a_half_open_connection_goes_on_until_it_closes()
    {
        var socket = Open<PersistentHandler>(Lines with { AllowHalfOpen = true });

        socket.Receive("");
        socket.Say(Tcp.PeerClosed.Instance);
        ExpectMsg<PeerFinished>();
        socket.Connection.Send("more");
        socket.ExpectSent("more\n");
        socket.Connection.Close();

        socket.ExpectClose();
        Assert.Equal(CloseReason.ClosedByHandler, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public void A_handler_that_does_not_care_for_a_half_open_connection_lets_it_close()
    {
        var socket = Open<ObedientHandler>(Lines with { AllowHalfOpen = true });

        socket.Say(Tcp.PeerClosed.Instance);

        socket.ExpectClose();
        ExpectClosed(CloseReason.PeerClosed);
    }

    [Fact]
    public void A_handler_that_throws_after_its_close_does_not_take_its_last_words_with_it()
    {
        var socket = Open(Props.Create(() => new ClosingAndCrashingHandler()));

        EventFilter.Exception<InvalidOperationException>(contains: "while the connection was ending").ExpectOne(
            () => socket.Receive("x\n"));

        socket.ExpectSent("bye\n");
        socket.ExpectClose();
        Assert.Equal(CloseReason.ClosedByHandler, socket.Connection.CloseReason);
    }

    [Fact]
    public void A_handler_that_throws_at_the_end_is_stopped_and_not_restarted()
    {
        var socket = Open(Props.Create(() => new LastWordsHandler(TestActor)));

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => socket.Say(Tcp.Aborted.Instance));

        ExpectMsg("stopped");
        AwaitAssert(() => Assert.Equal(0, Table.Open));
    }

    [Fact]
    public void Every_end_is_counted_once()
    {
        var first = Open<ObedientHandler>();
        var second = Open<ObedientHandler>();
        Assert.Equal(2, Table.Statistics.Open);

        first.Say(Tcp.Aborted.Instance);
        second.Receive("stop\n");
        second.ExpectSent("bye\n");
        second.ExpectClose();

        AwaitAssert(() => Assert.Equal(0, Table.Statistics.Open));
        Assert.Equal(2, Table.Statistics.Accepted);
        Assert.Equal(
            [new(CloseReason.AbortedByHandler, 1L), new(CloseReason.HandlerStopped, 1L)],
            Table.Statistics.Closed);
    }

    /// <summary>The one close event, then the handler's end; and nothing after it.</summary>
    private void ExpectClosed(CloseReason reason)
    {
        Assert.Equal(reason, ExpectMsg<ConnectionClosed>().Reason);
        ExpectMsg(reason);
        ExpectNoMsg(AMoment);
    }

    private sealed class StillbornHandler : ConnectionActor
    {
        public StillbornHandler() => throw new InvalidOperationException("no");
    }

    private sealed class ClosingAndCrashingHandler : ConnectionActor
    {
        public ClosingAndCrashingHandler() => Receive<string>(_ =>
        {
            Connection.Send("bye");
            Connection.Close();
            throw new InvalidOperationException("after the close");
        });
    }

    private sealed class LastWordsHandler : ConnectionActor
    {
        private readonly IActorRef _test;

        public LastWordsHandler(IActorRef test)
        {
            _test = test;
            Receive<ConnectionClosed>(_ => throw new InvalidOperationException("last words"));
        }

        protected override void PostStop() => _test.Tell("stopped");
    }
}
