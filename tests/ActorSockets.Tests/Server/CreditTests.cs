using ActorSockets.Framing;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.Server;

public class CreditTests : ConnectionKit
{
    // Each line below has 36 bytes: with the 64 for the message around it, a hundred. The limit is passed by the third.
    private static readonly ListenerOptions Tight = Lines with { MaxUnhandledBytes = 250 };

    [Fact]
    public void A_socket_is_not_read_while_its_handler_has_too_much_to_do()
    {
        var socket = Open<AwaitingHandler>(Tight, watchReading: true);

        socket.Receive(Line('a') + Line('b') + Line('c'));
        socket.Next<Tcp.SuspendReading>();

        Complete('a');
        socket.Probe.ExpectNoMsg(AMoment);
        Complete('b');
        socket.Next<Tcp.ResumeReading>();
    }

    [Fact]
    public void Lines_that_are_read_but_have_no_credit_wait_and_are_not_lost()
    {
        var socket = Open<AwaitingHandler>(Tight, watchReading: true);

        socket.Receive(string.Concat("abcdefgh".Select(Line)) + "rest");
        foreach (var letter in "abcdefgh")
            Complete(letter);
        socket.Receive(" of a line\n");

        Assert.Equal("rest of a line", ExpectMsg<(string Line, TaskCompletionSource<string>)>().Line);
    }

    [Fact]
    public void A_read_that_was_under_way_when_the_socket_was_suspended_is_not_lost()
    {
        var socket = Open<AwaitingHandler>(Tight, watchReading: true);

        socket.Receive(Line('a') + Line('b') + Line('c'));
        socket.Next<Tcp.SuspendReading>();
        socket.Receive(Line('d'));

        foreach (var letter in "abcd")
            Complete(letter);
        socket.Next<Tcp.ResumeReading>();
    }

    [Fact]
    public void A_stashed_frame_keeps_its_credit_until_it_is_handled()
    {
        var socket = Open<StashingHandler>(Tight, watchReading: true);

        socket.Receive(Line('a') + Line('b') + Line('c'));
        socket.Next<Tcp.SuspendReading>();
        socket.Probe.ExpectNoMsg(AMoment);
        socket.Connection.Handler.Tell("open");

        foreach (var letter in "abc")
            ExpectMsg($"unstashed {Text(letter)} True");
        socket.Next<Tcp.ResumeReading>();
    }

    [Fact]
    public void A_frame_that_is_thrown_out_of_the_stash_gives_its_credit_back()
    {
        var socket = Open<StashingHandler>(Tight, watchReading: true);

        socket.Receive(Line('a') + Line('b') + Line('c'));
        socket.Next<Tcp.SuspendReading>();
        socket.Connection.Handler.Tell("clear");

        ExpectMsg(3);
        socket.Next<Tcp.ResumeReading>();
    }

    [Fact]
    public void A_frame_that_crashes_its_handler_gives_its_credit_back()
    {
        var socket = Open<CrashingHandler>(Tight with { MaxUnhandledBytes = 60 }, watchReading: true);

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => socket.Receive("crash\n"));

        socket.Next<Tcp.SuspendReading>();
        socket.Next<Tcp.ResumeReading>();
    }

    [Fact]
    public void A_raw_read_counts_too()
    {
        var socket = Open<RawAwaitingHandler>(Tight with { Framer = RawFramer.Utf8 }, watchReading: true);

        socket.Receive(new byte[300]);
        socket.Next<Tcp.SuspendReading>();
        ExpectMsg<TaskCompletionSource>().SetResult();

        socket.Next<Tcp.ResumeReading>();
    }

    [Fact]
    public void The_end_of_the_input_is_told_behind_lines_that_wait_for_credit()
    {
        var socket = Open<AwaitingHandler>(Tight, watchReading: true);

        socket.Receive(string.Concat("abcdef".Select(Line)));
        socket.Say(Tcp.PeerClosed.Instance);
        foreach (var letter in "abcdef")
            Complete(letter);

        socket.Probe.FishForMessage(message => message is Tcp.Close);
        Assert.Equal(CloseReason.PeerClosed, socket.Connection.CloseReason);
    }

    [Fact]
    public void A_seeded_run_with_a_handler_on_another_thread_loses_nothing_and_ends_with_reading_on()
    {
        const int lines = 3_000;
        var socket = Open<CountingHandler>(Tight, watchReading: true);
        var random = new Random(11);

        for (var sent = 0; sent < lines;)
        {
            var packet = Math.Min(random.Next(1, 9), lines - sent);
            socket.Receive(string.Concat(Enumerable.Range(sent, packet).Select(number => $"{number}\n")));
            sent += packet;
        }

        socket.Receive("end\n");
        ExpectMsg(lines);
        var isReading = true;
        AwaitCondition(() =>
        {
            while (socket.Probe.HasMessages)
                isReading = socket.Probe.ReceiveOne(TimeSpan.Zero) is Tcp.ResumeReading;
            return isReading;
        });
    }

    private static string Text(char letter) => new(letter, 35);

    private static string Line(char letter) => Text(letter) + "\n";

    private void Complete(char letter)
    {
        var (line, answer) = ExpectMsg<(string, TaskCompletionSource<string>)>();
        Assert.Equal(Text(letter), line);
        answer.SetResult("done");
        ExpectMsg($"{line} done True");
    }

    private sealed class RawAwaitingHandler : ConnectionActor
    {
        public RawAwaitingHandler(IActorRef test) => ReceiveAsync<ByteString>(async _ =>
        {
            var done = new TaskCompletionSource();
            test.Tell(done);
            await done.Task;
        });
    }

    private sealed class CountingHandler : ConnectionActor
    {
        private int _count;

        public CountingHandler(IActorRef test) => Receive<string>(line =>
        {
            if (line == "end")
                test.Tell(_count);
            else if (line == $"{_count}")
                _count++;
        });
    }
}
