using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.Dispatch;

namespace ActorSockets.Tests.IO.Engine;

public abstract class IoLoopTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly ConcurrentQueue<IRunnable> _blocked = new();
    private readonly IoEngine _engine;

    private protected IoLoopTests(EngineKind kind)
    {
        _engine = new IoEngine(
            kind, 1, 65536, TimeSpan.FromMilliseconds(10), _errors.Enqueue, (_, blocked) => _blocked.Enqueue(blocked));
    }

    private IoLoop Loop => _engine.Loops[0];

    public void Dispose() => _engine.Stop();

    [Fact]
    public async Task Runs_what_each_thread_schedules_in_its_order()
    {
        var seen = new ConcurrentQueue<(int Thread, int Number)>();
        var done = new CountdownEvent(8 * 5000);
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 5000; i++)
            {
                var number = i;
                Loop.Schedule(new LoopAction(() =>
                {
                    seen.Enqueue((thread, number));
                    done.Signal();
                }));
            }
        });

        await Task.Run(() => Assert.True(done.Wait(Bound)));
        foreach (var ofThread in seen.GroupBy(item => item.Thread, item => item.Number))
        {
            Assert.Equal(Enumerable.Range(0, 5000), ofThread);
        }
    }

    [Fact]
    public async Task Wakes_up_for_each_of_many_lone_runnables()
    {
        for (var i = 0; i < 2000; i++)
        {
            await OnLoop(() => 0);
        }
    }

    [Fact]
    public async Task Is_entered_on_its_own_thread_only()
    {
        Assert.Equal(LoopEntry.None, Loop.TryEnter());
        Assert.Equal(LoopEntry.Inside, await OnLoop(Loop.TryEnter));
    }

    [Fact]
    public async Task Outlives_what_a_runnable_throws_and_reports_it()
    {
        Loop.Schedule(new LoopAction(() => throw new InvalidOperationException("a mistake")));

        await OnLoop(() => 0);
        Assert.Equal("a mistake", Assert.Single(_errors).Message);
    }

    [Fact]
    public async Task Runnables_without_end_do_not_starve_sockets()
    {
        var endless = true;
        LoopAction? again = null;
        again = new LoopAction(() =>
        {
            if (Volatile.Read(ref endless))
            {
                Loop.Schedule(again!);
            }
        });
        for (var i = 0; i < 1000; i++)
        {
            Loop.Schedule(again);
        }

        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var accepted = new TaskCompletionSource<EndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        var endPoint = await OnLoop(() => new AcceptOnce(Loop, accepted).Local);

        await client.ConnectAsync(endPoint);

        Assert.Equal(client.LocalEndPoint, await accepted.Task.WaitAsync(Bound));
        Volatile.Write(ref endless, false);
    }

    [Fact]
    public async Task Flushes_once_at_the_end_of_the_turn()
    {
        var flushed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = 0;
        Loop.Schedule(new LoopAction(() =>
        {
            Loop.FlushAtEndOfTurn(new Flushed(() => flushed.SetResult(written)));
            written++;
            Loop.Schedule(new LoopAction(() => written++));
        }));

        Assert.Equal(2, await flushed.Task.WaitAsync(Bound));
    }

    [Fact]
    public async Task Goes_on_while_an_actor_holds_its_thread()
    {
        using var gate = new ManualResetEventSlim();
        var over = new TaskCompletionSource<LoopEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocking = new ActionRunnable(() =>
        {
            gate.Wait(Bound);
            over.SetResult(Loop.TryEnter());
        });

        Loop.Schedule(blocking);
        Loop.Schedule(new ActionRunnable(gate.Set));

        Assert.Equal(LoopEntry.None, await over.Task.WaitAsync(Bound));
        await ReportedAsync([blocking]);
        Assert.Equal(LoopEntry.Inside, await OnLoop(Loop.TryEnter));
    }

    [Fact]
    public async Task Goes_on_when_one_after_the_other_holds_its_thread()
    {
        const int depth = 20;
        var gates = Enumerable.Range(0, depth).Select(_ => new ManualResetEventSlim()).ToList();
        var over = new CountdownEvent(depth);
        var blocking = gates.Select(gate => new ActionRunnable(() =>
        {
            gate.Wait(Bound);
            over.Signal();
        })).ToList();

        blocking.ForEach(Loop.Schedule);
        Loop.Schedule(new ActionRunnable(() => gates.ForEach(gate => gate.Set())));

        Assert.True(await Task.Run(() => over.Wait(Bound)));
        await ReportedAsync(blocking);
    }

    [Fact]
    public async Task Ends_while_an_actor_holds_its_thread()
    {
        using var gate = new ManualResetEventSlim();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await OnLoop(() => new Resident(Loop, closed));
        Loop.Schedule(new ActionRunnable(() => gate.Wait(Bound)));

        _engine.Stop();

        await closed.Task.WaitAsync(Bound);
        gate.Set();
    }

    [Fact]
    public async Task After_its_end_actors_run_elsewhere_and_its_own_work_is_given_back()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await OnLoop(() => new Resident(Loop, closed));
        _engine.Stop();
        await closed.Task.WaitAsync(Bound);
        var elsewhere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dropped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        Loop.Schedule(new ActionRunnable(elsewhere.SetResult));
        Loop.Schedule(new LoopAction(() => { }, dropped.SetResult));

        await elsewhere.Task.WaitAsync(Bound);
        await dropped.Task.WaitAsync(Bound);
    }

    /// <summary>
    /// The monitor reports after it has taken over, so that what it reports may be over by then. It may report others,
    /// too: on a busy machine a collection can make any turn long.
    /// </summary>
    private async Task ReportedAsync(IEnumerable<IRunnable> blocking) => Assert.True(
        await Task.Run(() => SpinWait.SpinUntil(() => !blocking.Except(_blocked).Any(), Bound)));

    private Task<T> OnLoop<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Loop.Schedule(new LoopAction(() => result.SetResult(function())));
        return result.Task.WaitAsync(Bound);
    }

    private sealed class Flushed(Action action) : IFlushable
    {
        public void Flush() => action();
    }

    private sealed class Resident : ILoopResident
    {
        private readonly TaskCompletionSource _closed;

        public Resident(IoLoop loop, TaskCompletionSource closed)
        {
            _closed = closed;
            loop.Add(this);
        }

        public ulong Key { get; set; }

        public void OnEngineStopping() => _closed.SetResult();
    }

    private sealed class AcceptOnce : IAcceptorOwner
    {
        private readonly Acceptor _acceptor;
        private readonly TaskCompletionSource<EndPoint> _accepted;

        public AcceptOnce(IoLoop loop, TaskCompletionSource<EndPoint> accepted)
        {
            _accepted = accepted;
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            socket.Listen();
            socket.Blocking = false;
            Local = socket.LocalEndPoint!;
            _acceptor = loop.Listen(socket, this);
            OnAcceptable();
        }

        public EndPoint Local { get; }

        public void OnAcceptable()
        {
            if (_acceptor.TryAccept(out var accepted) == SocketError.Success)
            {
                _accepted.SetResult(accepted.Remote);
                accepted.Dispose();
            }
        }

        public void OnEngineStopping()
        {
            // The acceptor is closed by the loop.
        }
    }

    public sealed class OnEpoll() : IoLoopTests(EngineKind.Epoll);

    public sealed class OnPortable() : IoLoopTests(EngineKind.Portable);
}
