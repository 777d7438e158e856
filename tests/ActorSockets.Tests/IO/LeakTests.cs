using System.Net;
using ActorSockets.IO;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO;

/// <summary>
/// After thousands of failures and ends of each kind the process has no more descriptors than after the first ones, and
/// the loops have no connection left.
/// </summary>
[Collection(AloneCollection.Name)]
public abstract class LeakTests(string engine, Wire? wire = null, int rounds = 1000) : TcpTestKit(
    engine,
    wire,
    """
    akka.loglevel = OFF
    akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
    """)
{
    private const int AtOnce = 250;

    // What opens now and then without any test: files of the runtime, sockets of the test platform.
    private const int Slack = 20;

    private readonly LeakHandler.Tally _tally = new();
    private int _before;

    [Fact]
    public void Connects_that_fail_leave_nothing()
    {
        EndPoint closed;
        using (var listener = Wire.Listen())
        {
            closed = listener.EndPoint;
        }

        var commander = Handler();

        ForEachBatch(_ => Enumerable.Repeat(0, AtOnce).ToList().ForEach(
            _ => Manager.Tell(ConnectTo(closed), commander)));

        ExpectNothingLeft();
    }

    [Fact]
    public void Binds_that_fail_leave_nothing()
    {
        var (_, taken) = Bind(CreateTestProbe());
        var commander = Handler();

        ForEachBatch(_ => Enumerable.Repeat(0, AtOnce).ToList().ForEach(
            _ => Manager.Tell(BindTo(commander, taken), commander)));

        ExpectNothingLeft();
    }

    [Fact]
    public void Connections_that_nobody_registers_for_leave_nothing()
    {
        var endPoint = Listen(Handler(registers: false));

        ForEachBatch(end =>
        {
            var peers = ConnectAll(endPoint);
            AwaitCondition(() => _tally.CountSeen >= end);
            ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(6));
            peers.ForEach(peer => peer.ExpectReset());
            peers.ForEach(peer => peer.Dispose());
        });

        ExpectNothingLeft();
    }

    [Fact]
    public void Resets_leave_nothing()
    {
        var endPoint = Listen(Handler());

        ForEachBatch(_ => ConnectAll(endPoint).ForEach(peer => peer.Reset()));

        ExpectNothingLeft();
    }

    [Fact]
    public void Half_closes_leave_nothing()
    {
        var endPoint = Listen(Handler(close: Tcp.ConfirmedClose.Instance));

        ForEachBatch(_ =>
        {
            var peers = ConnectAll(endPoint);
            peers.ForEach(peer => peer.ExpectEnd());
            peers.ForEach(peer => peer.FinishSending());
            peers.ForEach(peer => peer.Dispose());
        });

        ExpectNothingLeft();
    }

    private static int CountDescriptors() =>
        OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;

    /// <summary>How many of which kind there are: the number in the link's name is each one's own.</summary>
    private static string DescribeDescriptors() => string.Join('\n', Directory.GetFileSystemEntries("/proc/self/fd")
        .Select(path => new FileInfo(path).LinkTarget ?? "")
        .GroupBy(target => string.Concat(target.Where(c => !char.IsAsciiDigit(c))))
        .Select(kind => $"{kind.Count()} {kind.Key}"));

    private IActorRef Handler(bool registers = true, Tcp.CloseCommand? close = null) =>
        Sys.ActorOf(Props.Create(() => new LeakHandler(_tally, registers, close)));

    private EndPoint Listen(IActorRef handler)
    {
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Bind(handler, Wire.FreeEndPoint(), 1000, Wire.BindOptions));
        return commander.ExpectMsg<Tcp.Bound>().LocalAddress;
    }

    /// <summary>From addresses that none had before: thousands that were closed still hold theirs.</summary>
    private List<RawPeer> ConnectAll(EndPoint endPoint) => Enumerable.Range(0, AtOnce)
        .Select(_ => Wire.ConnectAsync(endPoint, _ => { }).WaitAsync(RawPeer.Bound).GetAwaiter().GetResult())
        .ToList();

    /// <summary>Each batch is over before the next begins; it is told how many there are with it.</summary>
    private void ForEachBatch(Action<int> batch)
    {
        for (var end = AtOnce; end <= rounds; end += AtOnce)
        {
            var all = end;
            batch(all);
            AwaitCondition(() => _tally.CountEnded >= all);
            // The first batch has opened what the engines keep: theirs, and .NET's below the raw peers.
            _before = end == AtOnce ? CountDescriptors() : _before;
        }
    }

    private void ExpectNothingLeft()
    {
        // Deadlines that were never reached are forgotten when their time comes.
        ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(rounds, _tally.CountSeen);
        Assert.Equal(rounds, _tally.CountEnded);
        if (!SpinWait.SpinUntil(() => CountDescriptors() <= _before + Slack, RawPeer.Bound))
        {
            Assert.Fail($"{_before} descriptors before, and now:\n{DescribeDescriptors()}");
        }

        // The listener stays.
        AwaitCondition(() => IoExtension.For(Sys).Engine.Loops.Sum(loop => loop.ResidentCount) <= 1);
    }

    public sealed class OnEpoll() : LeakTests(Epoll, rounds: 10_000);

    public sealed class OnPortable() : LeakTests(Portable);

    public sealed class OnUnix() : LeakTests(Epoll, new UnixWire());

    public sealed class InMemory() : LeakTests(Epoll, new MemoryWire());
}
