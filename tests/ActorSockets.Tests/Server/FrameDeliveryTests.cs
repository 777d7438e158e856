using ActorSockets.Framing;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Tests.Server;

public class FrameDeliveryTests : ConnectionKit
{
    [Fact]
    public void Each_line_of_a_packet_is_a_message()
    {
        var socket = Open<ReportingHandler>();

        socket.Receive("one\ntwo\nthr");
        socket.Receive("ee\n");

        ExpectMsg("frame one");
        ExpectMsg("frame two");
        ExpectMsg("frame three");
    }

    [Fact]
    public void Messages_of_other_actors_are_no_frames()
    {
        var socket = Open<ReportingHandler>();

        socket.Connection.Handler.Tell("hello");

        ExpectMsg("message hello");
    }

    [Fact]
    public void Raw_bytes_are_the_byte_string_that_was_read()
    {
        var bytes = ByteString.FromBytes([1, 2, 3]);
        var socket = Open<RawReportingHandler>(Lines with { Framer = RawFramer.Utf8 });

        socket.Say(new Tcp.Received(bytes));

        Assert.Same(bytes, ExpectMsg<ByteString>());
    }

    [Fact]
    public void The_line_after_one_that_becomes_meets_the_new_behaviour()
    {
        var socket = Open<BecomingHandler>();

        socket.Receive("a\nb\nc\n");

        ExpectMsg("first a");
        ExpectMsg("later b");
        ExpectMsg("later c");
    }

    [Fact]
    public void Stashed_lines_come_back_in_order_as_frames()
    {
        var socket = Open<StashingHandler>();

        socket.Receive("a\nb\nopen\nc\n");

        ExpectMsg("unstashed a True");
        ExpectMsg("unstashed b True");
        ExpectMsg("unstashed c True");
    }

    [Fact]
    public void The_line_after_one_that_awaits_waits()
    {
        var socket = Open<AwaitingHandler>();

        socket.Receive("a\nb\n");
        var (first, answer) = ExpectMsg<(string, TaskCompletionSource<string>)>();
        ExpectNoMsg(AMoment);
        answer.SetResult("done");

        Assert.Equal("a", first);
        ExpectMsg("a done True");
        Assert.Equal("b", ExpectMsg<(string Line, TaskCompletionSource<string>)>().Line);
    }

    [Fact]
    public void A_frame_is_a_frame_until_its_task_ends_and_no_longer()
    {
        var socket = Open<AwaitingHandler>();

        socket.Receive("a\n");
        ExpectMsg<(string, TaskCompletionSource<string> Answer)>().Answer.SetResult("done");
        ExpectMsg("a done True");
        socket.Connection.Handler.Tell("message");
        ExpectMsg<(string, TaskCompletionSource<string> Answer)>().Answer.SetResult("done");

        ExpectMsg("message done False");
    }

    [Fact]
    public void Lines_behind_the_one_that_crashed_the_handler_reach_its_next_instance()
    {
        var socket = Open<CrashingHandler>();

        EventFilter.Exception<InvalidOperationException>(contains: "restarted").ExpectOne(
            () => socket.Receive("a\ncrash\nb\nhalf of"));
        ExpectMsg("a");
        ExpectMsg("stopped open");
        ExpectMsg($"restarted {socket.Connection.Id}");
        ExpectMsg("b");
        socket.Receive(" a line\n");

        ExpectMsg("half of a line");
    }

    [Fact]
    public void The_line_after_one_whose_task_throws_reaches_the_next_instance()
    {
        var socket = Open<AwaitingHandler>();

        socket.Receive("a\nb\n");
        EventFilter.Exception<InvalidOperationException>(contains: "restarted").ExpectOne(
            () => ExpectMsg<(string, TaskCompletionSource<string> Answer)>().Answer.SetResult("throw"));

        Assert.Equal("b", ExpectMsg<(string Line, TaskCompletionSource<string>)>().Line);
    }

    [Fact]
    public void What_is_told_to_the_sender_of_a_frame_is_sent_to_the_peer()
    {
        var socket = Open<AnsweringHandler>();

        socket.Receive("hello\n");

        socket.ExpectSent("HELLO\n");
    }

    [Fact]
    public void A_frame_that_no_handler_wants_is_an_unhandled_message()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var socket = Open<DeafHandler>();

        socket.Receive("hello\n");

        Assert.Equal("hello", ExpectMsg<UnhandledMessage>().Message);
    }

    [Fact]
    public void A_priority_mailbox_can_look_at_the_frame()
    {
        var socket = Open(Props.Create<ReportingHandler>(TestActor));
        var frame = new ActorSockets.Server.Frame("urgent", 1);

        Assert.Equal("urgent", WrappedMessage.Unwrap(frame));
        Assert.Equal("test", socket.Connection.Listener);
    }

    [Fact]
    public void Lines_behind_the_one_on_which_the_handler_closed_are_not_delivered()
    {
        var socket = Open<ObedientHandler>();

        socket.Receive("close\ncrash\n");

        socket.ExpectSent("bye\n");
        socket.ExpectClose();
        Assert.Equal(CloseReason.ClosedByHandler, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public void A_handler_outside_a_connection_cannot_be_created()
    {
        EventFilter.Exception<ActorInitializationException>().ExpectOne(
            () => Sys.ActorOf(Props.Create<ReportingHandler>(TestActor)));
    }

    private sealed class RawReportingHandler : ConnectionActor
    {
        public RawReportingHandler(IActorRef test) => Receive<ByteString>(bytes => test.Tell(bytes));
    }

    private sealed class AnsweringHandler : ConnectionActor
    {
        public AnsweringHandler(IActorRef test) => Receive<string>(line => Sender.Tell(line.ToUpperInvariant()));
    }

    private sealed class DeafHandler : ConnectionActor
    {
        public DeafHandler(IActorRef test) => Receive<int>(_ => { });
    }
}
