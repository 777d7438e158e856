using Akka.Configuration;

namespace Akka.Routing;

/// <summary>Would change the size of a pool as it runs: this runtime's pools keep theirs, and refuse one.</summary>
public abstract class Resizer
{
    public static Resizer? FromConfig(Config parentConfig) =>
        parentConfig.GetBoolean("resizer.enabled")
            ? throw new ConfigurationException("[resizer.enabled] is on, but pools have no resizers here")
            : null;

    public abstract bool IsTimeForResize(long messageCounter);

    public abstract int Resize(IEnumerable<Routee> currentRoutees);
}
