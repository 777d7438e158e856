using Akka.Actor;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>A thread that is no actor tells one actor, as fast as it can, until the actor has had everything.</summary>
internal sealed class OutsideThread : KernelBenchmark
{
    private static readonly object Message = new();

    public override string Name => "outside thread to one actor";

    public override string Unit => "messages/s";

    public override double Reference => 11e6;

    public override async Task<Figure> RoundAsync(bool quick)
    {
        var system = CreateSystem();
        var count = Steps(5_000_000, quick);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = system.ActorOf(Props.Create(() => new Counter(count, done)));

        var clock = Clock.Start();
        for (var i = 0; i < count; i++)
        {
            actor.Tell(Message, ActorRefs.NoSender);
        }

        await done.Task;
        var figure = clock.Stop(count);
        await system.Terminate();
        return figure;
    }

    private sealed class Counter(int count, TaskCompletionSource done) : UntypedActor
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
