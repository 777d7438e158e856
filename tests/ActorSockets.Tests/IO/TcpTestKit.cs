using System.Net;
using System.Text;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.IO;

/// <summary>
/// An actor system on one of the engines, and the ways to a connection of one kind whose other end is raw.
/// </summary>
public abstract class TcpTestKit : TestKit
{
    protected const string Epoll = "epoll";
    protected const string Portable = "portable";

    private readonly List<IDisposable> _held = [];

    protected TcpTestKit(string engine, Wire? wire = null, string more = "")
        : base(Configuration(engine, more))
    {
        Engine = engine;
        Wire = wire ?? new TcpWire();
    }

    protected string Engine { get; }

    /// <summary>What the connections are made of.</summary>
    protected Wire Wire { get; }

    protected IActorRef Manager => SocketIO.For(Sys).Tcp;

    protected static ByteString Bytes(string text) => ByteString.FromString(text);

    protected static Tcp.Write Write(string text, Tcp.Event? ack = null) =>
        Tcp.Write.Create(Bytes(text), ack ?? Tcp.NoAck.Instance);

    protected static Tcp.Write WriteOf(int bytes, Tcp.Event? ack = null) =>
        Tcp.Write.Create(ByteString.FromBytes(new byte[bytes]), ack ?? Tcp.NoAck.Instance);

    protected static byte[] Random(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected T Hold<T>(T disposable)
        where T : IDisposable
    {
        _held.Add(disposable);
        return disposable;
    }

    /// <summary>Asks to bind where nobody else is.</summary>
    protected Tcp.Bind BindTo(
        IActorRef handler, EndPoint? endPoint = null, bool pullMode = false, params Inet.SocketOption[] options) =>
        new(handler, endPoint ?? Wire.FreeEndPoint(), 100, [.. Wire.BindOptions, .. options], pullMode);

    protected (IActorRef Listener, EndPoint EndPoint) Bind(
        TestProbe handler,
        bool pullMode = false,
        params Inet.SocketOption[] options)
    {
        var commander = CreateTestProbe();
        commander.Send(Manager, BindTo(handler, null, pullMode, options));
        var bound = commander.ExpectMsg<Tcp.Bound>();
        return (commander.LastSender, bound.LocalAddress);
    }

    /// <summary>Asks to connect to a raw listener.</summary>
    protected Tcp.Connect ConnectTo(
        EndPoint endPoint, TimeSpan? timeout = null, bool pullMode = false, params Inet.SocketOption[] options) =>
        new(endPoint, null, [.. Wire.ConnectOptions, .. options], timeout, pullMode);

    /// <summary>A connection that was accepted and that nobody has registered for yet.</summary>
    protected Accepted Accept(bool pullMode = false, int? peerReceiveBuffer = null, params Inet.SocketOption[] options)
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Bind(handler, pullMode, options);
        if (pullMode)
        {
            listener.Tell(new Tcp.ResumeAccepting(1));
        }

        var peer = Hold(Wire.Connect(endPoint, peerReceiveBuffer));
        handler.ExpectMsg<Tcp.Connected>();
        return new Accepted(peer, handler.LastSender, handler, listener, endPoint);
    }

    /// <summary>A connection that was accepted, with a handler.</summary>
    protected Served Serve(
        bool keepOpenOnPeerClosed = false,
        bool useResumeWriting = true,
        bool pullMode = false,
        int? peerReceiveBuffer = null,
        params Inet.SocketOption[] options)
    {
        var accepted = Accept(pullMode, peerReceiveBuffer, options);
        var handler = CreateTestProbe();
        accepted.Connection.Tell(new Tcp.Register(handler, keepOpenOnPeerClosed, useResumeWriting), handler);
        Barrier(accepted.Connection);
        return new Served(
            accepted.Peer, accepted.Connection, handler, accepted.BindHandler, accepted.Listener, accepted.EndPoint);
    }

    /// <summary>A connection to a raw listener, and who asked for it.</summary>
    protected (RawPeer Peer, IActorRef Connection, TestProbe Commander) Connect(params Inet.SocketOption[] options)
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, ConnectTo(listener.EndPoint, options: options));
        var peer = Hold(listener.Accept());
        commander.ExpectMsg<Tcp.Connected>();
        return (peer, commander.LastSender, commander);
    }

    /// <summary>What a handler is sent, until it has so many bytes.</summary>
    protected static byte[] ReceiveBytes(TestProbe handler, int count)
    {
        var all = new MemoryStream();
        while (all.Length < count)
        {
            handler.ExpectMsg<Tcp.Received>().Data.WriteTo(all);
        }

        return all.ToArray();
    }

    protected static string Receive(TestProbe handler, int count) =>
        Encoding.UTF8.GetString(ReceiveBytes(handler, count));

    /// <summary>Everything that this thread has sent to it has been handled.</summary>
    protected void Barrier(IActorRef actor)
    {
        var probe = CreateTestProbe();
        probe.Send(actor, new Identify(1));
        probe.ExpectMsg<ActorIdentity>();
    }

    /// <summary>No such event is logged, within a time in which it would have been.</summary>
    protected static void ExpectNotLogged(IEventFilterApplier filter, Action action) =>
        filter.Expect(0, TimeSpan.FromMilliseconds(300), action);

    /// <summary>Nothing comes to it within a time in which it would have come.</summary>
    protected static void ExpectSilence(TestProbe probe) => probe.ExpectNoMsg(TimeSpan.FromMilliseconds(200));

    protected override void AfterAll()
    {
        foreach (var disposable in _held)
        {
            disposable.Dispose();
        }

        base.AfterAll();
        Wire.Dispose();
    }

    private static Config Configuration(string engine, string more) => ConfigurationFactory.ParseString(more)
        .WithFallback(ConfigurationFactory.ParseString($$"""
            akka.loglevel = DEBUG
            akka.test.single-expect-default = 20s
            akka.test.default-timeout = 20s
            akka.test.filter-leeway = 20s
            actorsockets.io { engine = {{engine}}, threads = 2 }
            """));

    protected sealed record Accepted(
        RawPeer Peer, IActorRef Connection, TestProbe BindHandler, IActorRef Listener, EndPoint EndPoint);

    protected sealed record Served(
        RawPeer Peer,
        IActorRef Connection,
        TestProbe Handler,
        TestProbe BindHandler,
        IActorRef Listener,
        EndPoint EndPoint);
}
