using System.Collections.Concurrent;
using System.Net;
using System.Security.Authentication;
using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>
/// Random traffic from a seed: every byte accounted for, exactly one close event for each connection.
/// </summary>
public abstract class TcpStressTests(string engine, Wire? wire = null)
    : TcpTestKit(engine, wire, "akka.loglevel = WARNING")
{
    private const int Connections = 300;
    private const int AtOnce = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Every_byte_arrives_and_every_connection_ends_once(int seed)
    {
        var collector = CreateTestProbe();
        var plans = new ConcurrentDictionary<EndPoint, StressPlan>();
        var server = Sys.ActorOf(Props.Create(() => new Server(plans, collector)));
        var commander = CreateTestProbe();
        commander.Send(Manager, BindTo(server));
        var endPoint = commander.ExpectMsg<Tcp.Bound>().LocalAddress;
        var clients = new Dictionary<int, (int Received, bool IsIntact)>();

        foreach (var batch in Enumerable.Range(seed * 10, Connections).Chunk(AtOnce))
        {
            var runs = batch.Select(s => StressPeer.RunAsync(new StressPlan(s), Wire, endPoint, Announce)).ToArray();
            var results = await Task.WhenAll(runs).WaitAsync(TimeSpan.FromSeconds(60));
            for (var i = 0; i < batch.Length; i++)
            {
                clients.Add(batch[i], results[i]);
            }
        }

        void Announce(EndPoint client, StressPlan plan) => plans[client] = plan;

        for (var i = 0; i < Connections; i++)
        {
            var report = collector.ExpectMsg<StressHandler.Report>();
            Check(report, clients[report.Plan.Seed]);
        }
    }

    private static void Check(StressHandler.Report report, (int Received, bool IsIntact) client)
    {
        var plan = report.Plan;
        var id = $"{plan.Ending} {plan.Seed}";
        Assert.True(report.Mistakes.Count == 0, $"{id}: {string.Join(", ", report.Mistakes)}");
        Assert.True(client.IsIntact, $"{id}: the client got wrong bytes");
        Assert.True(report.Events.Count == 1, $"{id}: {report.Events.Count} close events");
        var isExpected = plan.Ending switch
        {
            Ending.ServerCloses => IsClosedAfter(plan, report, client.Received),
            Ending.ServerConfirmsClose => report.Events[0].IsConfirmed
                && client.Received == plan.ToClient && report.Received == plan.ToServer,
            Ending.ServerAborts => IsCutShort(report, report.Events[0].IsAborted),
            Ending.ClientFinishes => report.Events[0].IsPeerClosed
                && report.Received == plan.ToServer && client.Received == report.Acknowledged,
            Ending.ClientFinishesServerGoesOn => report.Events[0] is Tcp.Closed
                && report.Received == plan.ToServer && client.Received == plan.ToClient,
            _ => IsCutShort(report, report.Events[0].IsErrorClosed),
        };
        Assert.True(isExpected, $"{id}: {report.Events[0]}, client got {client.Received} of {plan.ToClient}, "
            + $"server got {report.Received} of {plan.ToServer}, {report.Acknowledged} acknowledged");
    }

    /// <summary>
    /// The client may end its direction before the server has written everything, and then this is the end.
    /// </summary>
    private static bool IsClosedAfter(StressPlan plan, StressHandler.Report report, int clientReceived) =>
        report.Events[0].IsPeerClosed
            ? report.Received == plan.ToServer && clientReceived == report.Acknowledged
            : report.Events[0] is Tcp.Closed && clientReceived == plan.ToClient;

    private static bool IsCutShort(StressHandler.Report report, bool isPlanned) =>
        isPlanned || report.Events[0].IsPeerClosed || report.Events[0].IsErrorClosed;

    private sealed class Server(IReadOnlyDictionary<EndPoint, StressPlan> plans, IActorRef collector) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Tcp.Connected connected)
            {
                var connection = Sender;
                var plan = plans[connected.RemoteAddress];
                var props = Props.Create(() => new StressHandler(connection, plan, collector));
                var handler = Context.ActorOf(plan.IsOnLoop
                    ? props.WithDispatcher(SocketIO.DispatcherOf(connection))
                    : props);
                var isKeptOpen = plan.Ending == Ending.ClientFinishesServerGoesOn;
                connection.Tell(new Tcp.Register(handler, isKeptOpen));
            }
        }
    }

    public sealed class OnEpoll() : TcpStressTests(Epoll);

    public sealed class OnPortable() : TcpStressTests(Portable);

    public sealed class OnTls() : TcpStressTests(Epoll, new TlsWire(SslProtocols.Tls12));

    public sealed class OnTlsPortable() : TcpStressTests(Portable, new TlsWire(SslProtocols.Tls12));

    public sealed class OnUnix() : TcpStressTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpStressTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpStressTests(Epoll, new MemoryWire());
}
