using Akka.Actor;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>Starts actors, from outside or from within one, until the last one's <c>PreStart</c> has run.</summary>
internal sealed class Spawning(bool fromWithin) : KernelBenchmark
{
    public override string Name => fromWithin ? "spawn children of one actor" : "spawn under the user guardian";

    public override string Unit => "actors/s";

    public override double Reference => fromWithin ? double.NaN : 60e3;

    public override async Task<Figure> RoundAsync(bool quick)
    {
        var system = CreateSystem();
        var count = Steps(200_000, quick);
        var started = new Countdown(count);
        var props = Props.Create(() => new Starter(started));
        var parent = system.ActorOf(Props.Create(() => new Parent(props, count)));

        var clock = Clock.Start();
        if (fromWithin)
        {
            parent.Tell("spawn");
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                system.ActorOf(props);
            }
        }

        await started.Task;
        var figure = clock.Stop(count);
        await system.Terminate();
        return figure;
    }

    private sealed class Countdown(int count)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = count;

        public Task Task => _done.Task;

        public void Signal()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _done.SetResult();
            }
        }
    }

    private sealed class Starter(Countdown started) : UntypedActor
    {
        protected override void PreStart() => started.Signal();

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Parent(Props props, int count) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var i = 0; i < count; i++)
            {
                Context.ActorOf(props);
            }
        }
    }
}
