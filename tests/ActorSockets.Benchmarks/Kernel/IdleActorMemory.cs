using Akka.Actor;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>What an actor without state costs that has had one message and waits for the next one.</summary>
internal sealed class IdleActorMemory : KernelBenchmark
{
    public override string Name => "an idle actor under the user guardian";

    public override string Unit => "bytes";

    public override double Reference => 1744;

    public override async Task<Figure> RoundAsync(bool quick)
    {
        var system = CreateSystem();
        var count = Steps(100_000, quick);
        var props = Props.Create(() => new Idle());
        await SpawnAsync(system, props, 1000);

        var before = LiveBytes();
        await SpawnAsync(system, props, count);
        var after = LiveBytes();

        await system.Terminate();
        return new Figure((after - before) / (double)count, double.NaN);
    }

    private static async Task SpawnAsync(ActorSystem system, Props props, int count)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = system.ActorOf(Props.Create(() => new Collector(count, done)));
        for (var i = 0; i < count; i++)
        {
            system.ActorOf(props).Tell("report", last);
        }

        await done.Task;
        await last.GracefulStop(TimeSpan.FromSeconds(10));
    }

    private static long LiveBytes()
    {
        var bytes = long.MaxValue;
        while (true)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            var now = GC.GetTotalMemory(forceFullCollection: true);
            if (now >= bytes)
            {
                return bytes;
            }

            bytes = now;
        }
    }

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class Collector(int count, TaskCompletionSource done) : UntypedActor
    {
        private int _left = count;

        protected override void OnReceive(object message)
        {
            if (--_left == 0)
            {
                done.SetResult();
            }
        }
    }
}
