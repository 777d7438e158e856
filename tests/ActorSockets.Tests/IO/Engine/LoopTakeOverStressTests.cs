using ActorSockets.IO.Engine;
using Akka.Dispatch;
using Xunit.Abstractions;

namespace ActorSockets.Tests.IO.Engine;

/// <summary>
/// Turns of actors that block at random, on loops that are taken over after a millisecond: the loop's state is only
/// ever one thread's, and what is scheduled runs once.
/// </summary>
public abstract class LoopTakeOverStressTests : IDisposable
{
    private const int Actors = 20;
    private const int TurnsEach = 100;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly ITestOutputHelper _output;
    private readonly IoEngine _engine;
    private readonly CountdownEvent _turns = new(Actors * TurnsEach);
    private int _takeOvers;
    private Exception? _error;

    // Touched without a lock or an atomic instruction by whoever has been let in.
    private int _entries;
    private int _inside;

    private protected LoopTakeOverStressTests(EngineKind kind, ITestOutputHelper output)
    {
        _output = output;
        _engine = new IoEngine(
            kind,
            1,
            4096,
            TimeSpan.FromMilliseconds(1),
            e => _error = e,
            (_, _) => Interlocked.Increment(ref _takeOvers));
    }

    private IoLoop Loop => _engine.Loops[0];

    public void Dispose() => _engine.Stop();

    [Fact]
    public async Task Its_state_is_one_threads_at_a_time()
    {
        var seed = Environment.TickCount;
        _output.WriteLine($"seed {seed}");
        var granted = 0;
        for (var i = 0; i < Actors; i++)
        {
            Loop.Schedule(new Actor(this, new Random(seed + i), () => Interlocked.Increment(ref granted)));
        }

        Assert.True(await Task.Run(() => _turns.Wait(Bound)), $"{_turns.CurrentCount} turns are missing");
        var entries = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Loop.Schedule(new LoopAction(() => entries.SetResult(_entries)));
        Assert.Equal(granted, await entries.Task.WaitAsync(Bound));
        Assert.Null(_error);
        Assert.True(_takeOvers > 0, "the loop was never taken over");
        _output.WriteLine($"{_takeOvers} times taken over");
    }

    private void TouchState(Action onGranted)
    {
        var entry = Loop.TryEnter();
        if (entry == LoopEntry.None)
        {
            return;
        }

        onGranted();
        _inside++;
        if (_inside != 1)
        {
            throw new InvalidOperationException("Two threads at once");
        }

        _entries++;
        _inside--;
        Loop.Leave(entry);
    }

    /// <summary>Schedules itself again from within its turn, before or after it has been dispossessed.</summary>
    private sealed class Actor(LoopTakeOverStressTests test, Random random, Action onGranted) : IRunnable
    {
        private int _left = TurnsEach;

        public void Run()
        {
            test.TouchState(onGranted);
            if (random.Next(20) == 0)
            {
                // Blocking is what is tested here, and this blocks: nothing sets the event.
                using var never = new ManualResetEventSlim();
                never.Wait(random.Next(4));
            }

            test.TouchState(onGranted);
            _left--;
            if (_left > 0)
            {
                test.Loop.Schedule(this);
            }

            test._turns.Signal();
        }

        public void Execute() => Run();
    }

    public sealed class OnEpoll(ITestOutputHelper output) : LoopTakeOverStressTests(EngineKind.Epoll, output);

    public sealed class OnPortable(ITestOutputHelper output) : LoopTakeOverStressTests(EngineKind.Portable, output);
}
