using System.Net;
using Akka.Actor;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpMessageTests
{
    private static readonly ByteString Data = ByteString.FromString("secret");

    public static TheoryData<object, string> Texts
    {
        get
        {
            var here = new IPEndPoint(IPAddress.Loopback, 1);
            var there = new IPEndPoint(IPAddress.Loopback, 2);
            var actor = ActorRefs.Nobody;
            var write = Tcp.Write.Create(Data, new Ack(1));
            return new TheoryData<object, string>
            {
                { write, "Write(bytes: 6, ack: Ack(1))" },
                { write.Append(write), "CompoundWrite(Write(bytes: 6, ack: Ack(1)), Write(bytes: 6, ack: Ack(1)))" },
                { write.FailureMessage, "CommandFailed(Write(bytes: 6, ack: Ack(1)))" },
                { new Tcp.Received(Data), "Received(bytes: 6)" },
                { new Tcp.Connected(there, here), $"Connected(local: {here}, remote: {there})" },
                { new Tcp.Bound(here), $"Bound({here})" },
                { new Tcp.ErrorClosed("reset"), "ErrorClosed('reset')" },
                { new Tcp.NoAck(1), "NoAck(1)" },
                { new Tcp.ResumeAccepting(3), "ResumeAccepting(batchSize: 3)" },
                {
                    new Tcp.Connect(there, here, pullMode: true),
                    $"Connect(remote: {there}, local: {here}, timeout: , pullMode: True)"
                },
                { new Tcp.Bind(actor, here), $"Bind(addr: {here}, handler: {actor}, backlog: 100, pullMode: False)" },
                {
                    new Tcp.Register(actor),
                    $"Register(handler: {actor}, keepOpenOnPeerClosed: False, resumeWriting: True)"
                },
                { Udp.Send.Create(Data, there), $"Send(to: {there}, ack: NoAck())" },
                { new Udp.Received(Data, there), $"Received(bytes: 6, from: {there})" },
                { new Udp.Bind(actor, here), $"Bind(addr: {here}, handler: {actor})" },
                { new Udp.Bound(here), $"Bound(local: {here})" },
                { UdpConnected.Send.Create(Data), "Send(bytes: 6, ack: NoAck())" },
                { new UdpConnected.Received(Data), "Received(bytes: 6)" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Messages_print_what_they_say_and_no_payload(object message, string text) =>
        Assert.Equal(text, message.ToString());

    [Fact]
    public void A_failure_names_its_command_and_cause()
    {
        var write = Tcp.Write.Create(Data, new Ack(1));

        var failed = write.FailureMessage;
        var caused = failed.WithCause(new InvalidOperationException("no room"));

        Assert.Same(write, failed.Cmd);
        Assert.True(failed.Cause.IsEmpty);
        Assert.Equal("", failed.CauseString);
        Assert.Same(write, caused.Cmd);
        Assert.Equal("no room", caused.Cause.Value!.Message);
        Assert.Equal(" because of System.InvalidOperationException: no room", caused.CauseString);
        Assert.Same(failed, write.FailureMessage);
    }

    [Fact]
    public void Acks_are_wanted_unless_they_are_NoAck()
    {
        Assert.True(Tcp.Write.Create(Data, new Ack(1)).WantsAck);
        Assert.False(Tcp.Write.Create(Data).WantsAck);
        Assert.False(Tcp.Write.Create(Data, new Tcp.NoAck(42)).WantsAck);
        Assert.False(Tcp.Write.Empty.WantsAck);
        Assert.False(((Tcp.Write)TcpMessage.Write(Data)).WantsAck);
        Assert.Equal(42, TcpMessage.NoAck(42).Token);
    }

    [Fact]
    public void Compound_writes_keep_the_order_of_their_parts()
    {
        var writes = Enumerable.Range(1, 5).Select(i => Tcp.Write.Create(Data, new Ack(i))).ToArray();

        var joined = writes[0].Append(writes[1].Append(writes[2]));
        var prepended = writes[4].Prepend(new Tcp.WriteCommand[] { joined, writes[3] });
        var created = Tcp.WriteCommand.Create(joined, writes[3]);

        Assert.Equal(writes[..3], joined);
        Assert.Equal(writes, Assert.IsType<Tcp.CompoundWrite>(prepended));
        Assert.Equal([.. writes[..4], Tcp.Write.Empty], Assert.IsType<Tcp.CompoundWrite>(created));
        Assert.Same(Tcp.Write.Empty, Tcp.WriteCommand.Create());
    }

    [Fact]
    public void Long_compound_writes_do_not_exhaust_the_stack()
    {
        var writes = Enumerable.Repeat(Tcp.Write.Create(Data), 100_000);

        var compound = Assert.IsType<Tcp.CompoundWrite>(Tcp.WriteCommand.Create(writes));

        Assert.Equal(100_001, compound.Count());
    }

    [Fact]
    public void Each_close_command_names_its_event()
    {
        Assert.Same(Tcp.Closed.Instance, Tcp.Close.Instance.Event);
        Assert.Same(Tcp.ConfirmedClosed.Instance, Tcp.ConfirmedClose.Instance.Event);
        Assert.Same(Tcp.Aborted.Instance, Tcp.Abort.Instance.Event);
        Assert.True(Tcp.Aborted.Instance.IsAborted);
        Assert.True(Tcp.ConfirmedClosed.Instance.IsConfirmed);
        Assert.True(Tcp.PeerClosed.Instance.IsPeerClosed);
        Assert.False(Tcp.Closed.Instance.IsErrorClosed);
        Assert.Null(Tcp.Closed.Instance.Cause);
        Assert.True(new Tcp.ErrorClosed("reset").IsErrorClosed);
        Assert.Equal("reset", new Tcp.ErrorClosed("reset").Cause);
    }

    [Fact]
    public void Options_are_never_null()
    {
        var address = new IPEndPoint(IPAddress.Loopback, 0);

        Assert.Empty(new Tcp.Bind(null!, address).Options);
        Assert.Equal(100, new Tcp.Bind(null!, address).Backlog);
        Assert.Empty(new Tcp.Connect(address).Options);
        Assert.Empty(new Udp.Bind(null!, address).Options);
        Assert.Empty(Udp.SimpleSender.Instance.Options);
        Assert.Empty(new UdpConnected.Connect(null!, address).Options);
    }

    [Fact]
    public void Datagrams_without_an_ack_say_so()
    {
        var address = new IPEndPoint(IPAddress.Loopback, 1);

        Assert.Throws<ArgumentNullException>(() => new Udp.Send(Data, address, null!));
        Assert.Throws<ArgumentNullException>(() => new UdpConnected.Send(Data, null!));
        Assert.False(Udp.Send.Create(Data, address).WantsAck);
        Assert.True(new UdpConnected.Send(Data, "ack").WantsAck);
    }

    private sealed class Ack(int number) : Tcp.Event
    {
        public override string ToString() => $"Ack({number})";
    }
}
