using Akka.Actor;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>Pairs of actors that throw balls to each other: every throw is a message.</summary>
internal sealed class PingPong(string name, double reference, int pairs, int balls, int throws) : KernelBenchmark
{
    private static readonly object Ball = new();

    public override string Name => name;

    public override string Unit => "messages/s";

    public override double Reference => reference;

    public override async Task<Figure> RoundAsync(bool quick)
    {
        var system = CreateSystem();
        var perPair = Steps(throws, quick) / pairs;
        var finished = Enumerable.Range(0, pairs).Select(_ => NewSignal()).ToArray();
        var players = finished.Select(done => CreatePair(system, perPair, done)).ToArray();

        var clock = Clock.Start();
        foreach (var player in players)
        {
            player.Tell(Start.Instance);
        }

        await Task.WhenAll(finished.Select(done => done.Task));
        var figure = clock.Stop(perPair * 2L * pairs);
        await system.Terminate();
        return figure;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IActorRef CreatePair(ActorSystem system, int count, TaskCompletionSource done)
    {
        var returner = system.ActorOf(Props.Create(() => new Returner()));
        return system.ActorOf(Props.Create(() => new Thrower(returner, balls, count, done)));
    }

    private sealed class Start
    {
        public static readonly Start Instance = new();
    }

    private sealed class Thrower(IActorRef returner, int balls, int throws, TaskCompletionSource done) : UntypedActor
    {
        private int _toThrow = throws;
        private int _toCatch = throws;

        protected override void OnReceive(object message)
        {
            if (message is Start)
            {
                for (var i = 0; i < balls; i++)
                {
                    Throw();
                }

                return;
            }

            if (_toThrow > 0)
            {
                Throw();
            }

            if (--_toCatch == 0)
            {
                done.SetResult();
            }
        }

        private void Throw()
        {
            _toThrow--;
            returner.Tell(Ball, Self);
        }
    }

    private sealed class Returner : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }
}
