using Akka.Actor;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>Asks one actor, each time waiting for as many answers as were asked for at once.</summary>
internal sealed class AskRoundTrips(int atOnce) : KernelBenchmark
{
    private static readonly object Question = new();

    public override string Name => $"ask, {atOnce:#,0} at a time";

    public override string Unit => "round trips/s";

    public override double Reference => 0.7e6;

    public override async Task<Figure> RoundAsync(bool quick)
    {
        var system = CreateSystem();
        var count = Steps(500_000, quick);
        var actor = system.ActorOf(Props.Create(() => new Answerer()));

        // On the pool, where the asking code of a server runs too.
        var figure = await Task.Run(() => AskAsync(actor, count));
        await system.Terminate();
        return figure;
    }

    private async Task<Figure> AskAsync(IActorRef actor, int count)
    {
        var answers = new Task<object>[atOnce];
        var clock = Clock.Start();
        for (var asked = 0; asked < count; asked += atOnce)
        {
            for (var i = 0; i < atOnce; i++)
            {
                answers[i] = actor.Ask<object>(Question);
            }

            foreach (var answer in answers)
            {
                await answer;
            }
        }

        return clock.Stop(count);
    }

    private sealed class Answerer : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }
}
