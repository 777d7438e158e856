using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The phases of a shutdown, and their order.</summary>
internal sealed class ShutdownPhases
{
    private readonly IReadOnlyDictionary<string, ShutdownPhase> _phases;
    private readonly TimeSpan _defaultTimeout;

    public ShutdownPhases(IReadOnlyDictionary<string, ShutdownPhase> phases, TimeSpan defaultTimeout)
    {
        _phases = phases;
        _defaultTimeout = defaultTimeout;
        InOrder = Sort(phases);
    }

    /// <summary>
    /// Each phase after those it depends on. It holds those, too, that are only named as dependencies.
    /// </summary>
    public IReadOnlyList<string> InOrder { get; }

    /// <param name="config">The section <c>akka.coordinated-shutdown</c>.</param>
    public static ShutdownPhases FromConfig(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout", TimeSpan.FromSeconds(5));
        var phases = new Dictionary<string, ShutdownPhase>();
        foreach (var (name, _) in config.GetConfig("phases").AsEnumerable())
            phases.TryAdd(name, Read(config.GetConfig("phases").GetConfig(name), defaultTimeout));
        return new ShutdownPhases(phases, defaultTimeout);
    }

    public bool Contains(string phase) => InOrder.Contains(phase);

    public ShutdownPhase Get(string phase) =>
        _phases.GetValueOrDefault(phase) ?? new ShutdownPhase([], _defaultTimeout, true);

    private static ShutdownPhase Read(Config? phase, TimeSpan defaultTimeout)
    {
        if (phase is null || phase.IsEmpty)
            return new ShutdownPhase([], defaultTimeout, true);
        return new ShutdownPhase(
            [.. phase.GetStringList("depends-on", [])],
            phase.GetTimeSpan("timeout", defaultTimeout),
            phase.GetBoolean("recover", true));
    }

    private static List<string> Sort(IReadOnlyDictionary<string, ShutdownPhase> phases)
    {
        var sorted = new List<string>();
        var underWay = new List<string>();
        foreach (var phase in phases.Keys)
            Visit(phase);
        return sorted;

        void Visit(string phase)
        {
            if (underWay.Contains(phase))
            {
                throw new ArgumentException(
                    "Cycle detected in graph of phases. It must be a DAG. "
                    + $"phase [{phase}] depends transitively on itself. "
                    + $"All dependencies: {string.Join(" -> ", underWay)} -> {phase}");
            }

            if (sorted.Contains(phase))
                return;
            underWay.Add(phase);
            foreach (var dependency in phases.GetValueOrDefault(phase)?.DependsOn ?? [])
                Visit(dependency);
            underWay.RemoveAt(underWay.Count - 1);
            sorted.Add(phase);
        }
    }
}
