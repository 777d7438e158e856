using System.Net;
using System.Text;
using ActorSockets.Server;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.Server;

/// <summary>Opens connections whose socket is a probe: what Akka.IO would say, a test says.</summary>
public abstract class ConnectionKit : TestKit
{
    private const string Config = """
        akka.loglevel = DEBUG
        akka.test.single-expect-default = 15s
        akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
        """;

    private static readonly IPEndPoint Remote = new(IPAddress.Parse("192.0.2.7"), 4711);
    private static readonly IPEndPoint Local = new(IPAddress.Loopback, 7777);

    protected ConnectionKit()
        : this(Config)
    {
    }

    private protected ConnectionKit(string config)
        : base(config)
    {
        Table = new ConnectionTable("test", Sys);
        Shard = Sys.ActorOf(ShardActor.Props(Table, "akka.actor.default-dispatcher"), "shard");
    }

    /// <summary>Long enough for what must not happen to happen on an idle machine; on a busy one a test is too
    /// kind.</summary>
    private protected static TimeSpan AMoment { get; } = TimeSpan.FromMilliseconds(100);

    private protected ConnectionTable Table { get; }

    private protected IActorRef Shard { get; }

    private protected static ListenerOptions Lines { get; } =
        new("test", Local, Props.Empty) { Framer = ActorSockets.Framing.LineFramer.Utf8 };

    /// <summary>A connection with a handler, registered with its socket.</summary>
    /// <param name="handler">Creates the handler.</param>
    /// <param name="options">What holds for the connection; null for lines and every default.</param>
    /// <param name="watchReading">Whether the test is about the socket being read or not: the moment when the socket is
    /// told is up to the race of two threads.</param>
    private protected FakeSocket Open(Props handler, ListenerOptions? options = null, bool watchReading = false)
    {
        var socket = CreateTestProbe();
        options = (options ?? Lines) with { Handler = handler };
        Shard.Tell(new ServerProtocol.Open(socket.Ref, Remote, Local, options.Name, options, handler, TestActor));
        var register = socket.ExpectMsg<Tcp.Register>();
        var opened = ExpectMsg<ServerProtocol.Opened>();

        Assert.True(register.KeepOpenOnPeerClosed);
        if (!watchReading)
            socket.IgnoreMessages(message => message is Tcp.SuspendReading or Tcp.ResumeReading);
        return new FakeSocket(socket, register.Handler, opened.Connection);
    }

    private protected FakeSocket Open<THandler>(ListenerOptions? options = null, bool watchReading = false)
        where THandler : ConnectionActor =>
        Open(Props.Create<THandler>(TestActor), options, watchReading);

    /// <summary>The socket's side of a connection, in the test's hands.</summary>
    private protected sealed class FakeSocket(TestProbe probe, IActorRef connectionSide, Connection connection)
    {
        public TestProbe Probe { get; } = probe;

        public Connection Connection { get; } = connection;

        public void Receive(string text) => Receive(Encoding.UTF8.GetBytes(text));

        public void Receive(byte[] bytes) => Say(new Tcp.Received(ByteString.FromBytes(bytes)));

        /// <summary>An event of Akka.IO.</summary>
        public void Say(object message) => connectionSide.Tell(message, Probe.Ref);

        /// <summary>Expects exactly this text to be written, in however many writes.</summary>
        public void ExpectSent(string expected)
        {
            var sent = new StringBuilder();
            while (sent.Length < expected.Length)
                sent.Append(((Tcp.Write)Next<Tcp.SimpleWriteCommand>()).Data.ToString(Encoding.UTF8));
            Assert.Equal(expected, sent.ToString());
        }

        /// <summary>Expects the socket to be told to close in order, and does so.</summary>
        public void ExpectClose()
        {
            Next<Tcp.Close>();
            Say(Tcp.Closed.Instance);
        }

        /// <summary>Expects the socket to be told to reset, and does so.</summary>
        public void ExpectAbort()
        {
            Next<Tcp.Abort>();
            Say(Tcp.Aborted.Instance);
        }

        public T Next<T>() => Probe.ExpectMsg<T>();
    }
}
