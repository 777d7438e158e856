using ActorSockets.IO;
using ActorSockets.IO.Engine;
using ActorSockets.IO.Engine.Memory;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.IO;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.IO.Engine;

/// <summary>Everything that has to do with a connection happens in turns that the test takes.</summary>
public class ManualLoopTests : TestKit
{
    private readonly MemoryNetwork _network = new();
    private readonly List<ManualLoop> _loops;
    private readonly AutoResetEvent _work;

    public ManualLoopTests()
        : this([], new AutoResetEvent(false))
    {
    }

    private ManualLoopTests(List<ManualLoop> loops, AutoResetEvent work)
        : base(SetupOf(loops, work))
    {
        _loops = loops;
        _work = work;
    }

    [Fact]
    public void Nothing_happens_between_turns()
    {
        var bind = new Tcp.Bind(TestActor, _network["server"]);
        SocketIO.For(Sys).Tcp.Tell(bind);
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));

        RunUntil(() => HasMessages);

        ExpectMsg<Tcp.Bound>();
        using var peer = Connect("server");
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
        RunUntil(() => HasMessages);
        ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public async Task A_whole_server_runs_in_turns()
    {
        var listener = new ListenerOptions("memory", _network["echo"], Props.Create<Echo>());
        var starting = SocketServer.StartAsync(Sys, new SocketServerOptions { Listeners = [listener] });
        RunUntil(() => starting.IsCompleted);
        var server = await starting;
        using var peer = Connect("echo");

        await peer.SendAsync("hello"u8.ToArray());
        var answer = new byte[10];
        var receiving = peer.ReceiveAsync(answer);
        RunUntil(() => receiving.IsCompleted);

        Assert.Equal("hello"u8.ToArray(), answer[..await receiving]);
        Assert.Equal(_network["echo"], server.Listeners[0].EndPoint);
        var stopping = server.StopAsync();
        peer.Dispose();
        RunUntil(() => stopping.IsCompleted);
    }

    private static ActorSystemSetup SetupOf(List<ManualLoop> loops, AutoResetEvent work) => ActorSystemSetup.Create(
        BootstrapSetup.Create().WithConfig(DefaultConfig.WithFallback("actorsockets.io.threads = 2")),
        new IoSetup((index, id, bytes, _) =>
        {
            var loop = new ManualLoop(index, id, bytes, e => Assert.Fail($"{e}"), _ => work.Set());
            loops.Add(loop);
            return loop;
        }));

    private MemoryPeer Connect(string name)
    {
        _network.TryConnect(_network.NextClient(), _network[name], out var end);
        return new MemoryPeer(end);
    }

    /// <summary>What the managers' own dispatcher does takes its time: it is waited for between turns.</summary>
    private void RunUntil(Func<bool> condition)
    {
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    while (_loops.Exists(loop => loop.RunTurn()))
                    {
                        // Another turn for all.
                    }

                    return condition() || (_work.WaitOne(1) && condition());
                },
                RawPeer.Bound),
            "It has not happened in many turns.");
    }

    private sealed class Echo : ConnectionActor
    {
        public Echo() => Receive<ByteString>(bytes => Connection.Send(bytes));
    }
}
