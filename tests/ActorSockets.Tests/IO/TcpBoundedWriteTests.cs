using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpBoundedWriteTests(string engine, Wire? wire = null) : TcpTestKit(
    engine, wire, "akka.io.tcp.write-commands-queue-max-size = 10000")
{
    // More than the kernel takes for a peer that does not read.
    private const int Blocking = 20_000_000;

    [Fact]
    public void The_write_that_finds_nothing_waiting_is_taken_whatever_its_size()
    {
        var served = Serve();

        served.Handler.Send(served.Connection, WriteOf(Blocking, new Ack(1)));

        served.Peer.ReceiveBytes(Blocking);
        served.Handler.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void A_write_that_fills_the_limit_is_taken_and_the_next_fails()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        var tooMuch = WriteOf(1);

        served.Handler.Send(served.Connection, WriteOf(10_000, new Ack(1)));
        served.Handler.Send(served.Connection, tooMuch);

        var failed = served.Handler.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(tooMuch, failed.Cmd);
        Assert.Contains("queue is full", failed.CauseString, StringComparison.Ordinal);
        served.Peer.ReceiveBytes(Blocking + 10_000);
        served.Handler.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void The_token_of_a_write_tells_which_has_failed()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking));

        served.Handler.Send(served.Connection, WriteOf(10_001, new Tcp.NoAck("token")));

        var failed = (Tcp.Write)served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd;
        Assert.Equal("token", ((Tcp.NoAck)failed.Ack).Token);
    }

    [Fact]
    public void Nothing_of_a_compound_write_is_sent_when_it_does_not_fit()
    {
        var served = Serve(useResumeWriting: false);
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        var compound = WriteOf(6_000).Append(WriteOf(6_000));

        served.Handler.Send(served.Connection, compound);
        Assert.Same(compound, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        served.Handler.Send(served.Connection, Write("end", new Ack(1)));

        served.Peer.ReceiveBytes(Blocking);
        Assert.Equal("end", served.Peer.Receive(3));
    }

    [Fact]
    public void After_a_refused_write_all_are_refused_and_not_sent_until_resumed()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        served.Handler.Send(served.Connection, WriteOf(10_001));
        served.Handler.ExpectMsg<Tcp.CommandFailed>();

        served.Handler.Send(served.Connection, Write("small"));
        var failed = served.Handler.ExpectMsg<Tcp.CommandFailed>();
        Assert.Contains("writing is suspended", failed.CauseString, StringComparison.Ordinal);
        served.Handler.Send(served.Connection, Tcp.ResumeWriting.Instance);
        ExpectSilence(served.Handler);
        served.Peer.ReceiveBytes(Blocking);

        served.Handler.ExpectMsg<Tcp.WritingResumed>();
        served.Handler.Send(served.Connection, Write("again"));
        Assert.Equal("again", served.Peer.Receive(5));
    }

    [Fact]
    public void Resuming_is_answered_at_once_when_nothing_waits()
    {
        var served = Serve();

        served.Handler.Send(served.Connection, Tcp.ResumeWriting.Instance);

        served.Handler.ExpectMsg<Tcp.WritingResumed>();
    }

    [Fact]
    public void A_second_resume_while_the_first_waits_fails()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        served.Handler.Send(served.Connection, Tcp.ResumeWriting.Instance);

        served.Handler.Send(served.Connection, Tcp.ResumeWriting.Instance);

        Assert.IsType<Tcp.ResumeWriting>(served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public void Without_resume_writing_writes_are_taken_again_as_soon_as_there_is_room()
    {
        var served = Serve(useResumeWriting: false);
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        served.Handler.Send(served.Connection, WriteOf(10_001));
        served.Handler.ExpectMsg<Tcp.CommandFailed>();

        served.Handler.Send(served.Connection, WriteOf(5_000, new Ack(1)));
        served.Peer.ReceiveBytes(Blocking + 5_000);

        served.Handler.ExpectMsg(new Ack(1));
    }

    public sealed class OnEpoll() : TcpBoundedWriteTests(Epoll);

    public sealed class OnPortable() : TcpBoundedWriteTests(Portable);

    public sealed class OnTls() : TcpBoundedWriteTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpBoundedWriteTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpBoundedWriteTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpBoundedWriteTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpBoundedWriteTests(Epoll, new MemoryWire());
}
