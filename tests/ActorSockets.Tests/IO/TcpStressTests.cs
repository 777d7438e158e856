using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Authentication;
using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO;

/// <summary>
/// Random traffic from seeds: every byte accounted for, exactly one close event for each connection. Thirty seconds, of
/// which each kind of connection has its share; for ten minutes
/// <code>
/// ACTORSOCKETS_STRESS_SECONDS=600 dotnet test tests/ActorSockets.Tests --filter FullyQualifiedName~TcpStressTests
/// </code>
/// and ACTORSOCKETS_STRESS_SEED begins where another run has failed.
/// </summary>
public abstract class TcpStressTests(string engine, Wire? wire = null)
    : TcpTestKit(engine, wire, "akka.loglevel = WARNING")
{
    private const int AtOnce = 40;
    private const int Kinds = 7;

    private readonly ConcurrentDictionary<EndPoint, StressPlan> _plans = new();

    private static TimeSpan Share => TimeSpan.FromSeconds(Number("ACTORSOCKETS_STRESS_SECONDS", 30)) / Kinds;

    [Fact]
    public async Task Every_byte_arrives_and_every_connection_ends_once()
    {
        var collector = CreateTestProbe();
        var server = Sys.ActorOf(Props.Create(() => new Server(_plans, collector)));
        var commander = CreateTestProbe();
        commander.Send(Manager, BindTo(server));
        var endPoint = commander.ExpectMsg<Tcp.Bound>().LocalAddress;
        var clock = Stopwatch.StartNew();

        for (var seed = Number("ACTORSOCKETS_STRESS_SEED", 1); clock.Elapsed < Share; seed += AtOnce)
        {
            await RunAsync(seed, endPoint, collector);
        }
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : usual;

    private async Task RunAsync(int firstSeed, EndPoint endPoint, TestProbe collector)
    {
        var runs = Enumerable.Range(firstSeed, AtOnce).ToDictionary(
            seed => seed, seed => StressPeer.RunAsync(new StressPlan(seed), Wire, endPoint, Announce));
        var all = Task.WhenAll(runs.Values);
        try
        {
            await all.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            var stuck = runs.Keys.Where(seed => !runs[seed].IsCompleted);
            Assert.Fail($"No end of {string.Join(", ", stuck)}.");
        }

        for (var i = 0; i < AtOnce; i++)
        {
            var report = collector.ExpectMsg<StressHandler.Report>();
            Check(report, await runs[report.Plan.Seed]);
        }

        void Announce(EndPoint client, StressPlan plan) => _plans[client] = plan;
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

    private sealed class Server(ConcurrentDictionary<EndPoint, StressPlan> plans, IActorRef collector) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Tcp.Connected connected)
            {
                var connection = Sender;
                plans.Remove(connected.RemoteAddress, out var known);
                var plan = known!;
                var props = Props.Create(() => new StressHandler(connection, plan, collector));
                var handler = Context.ActorOf(plan.IsOnLoop
                    ? props.WithDispatcher(SocketIO.DispatcherOf(connection))
                    : props);
                var isKeptOpen = plan.Ending == Ending.ClientFinishesServerGoesOn;
                connection.Tell(new Tcp.Register(handler, isKeptOpen));
                handler.Tell(new StressHandler.Begin());
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
