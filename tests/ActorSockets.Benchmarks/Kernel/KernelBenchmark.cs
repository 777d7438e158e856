using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>One figure of the actor system.</summary>
internal abstract class KernelBenchmark
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("""
        akka {
          loglevel = WARNING
          stdout-loglevel = WARNING
          log-dead-letters = off
        }
        """);

    public abstract string Name { get; }

    public abstract string Unit { get; }

    /// <summary>What Akka.NET 1.5.30 reached on a machine of this kind (2 cores); measured elsewhere.</summary>
    public abstract double Reference { get; }

    /// <summary>One round of a second or so, with fewer steps when it shall be quick.</summary>
    public abstract Task<Figure> RoundAsync(bool quick);

    protected static ActorSystem CreateSystem() => ActorSystem.Create("benchmark", Quiet);

    protected static int Steps(int full, bool quick) => quick ? full / 5 : full;
}
