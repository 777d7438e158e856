using Akka.Configuration;

namespace Akka.Actor;

/// <summary>
/// Makes the strategy of the user guardian, as <c>akka.actor.guardian-supervisor-strategy</c> names it.
/// </summary>
public abstract class SupervisorStrategyConfigurator
{
    public abstract SupervisorStrategy Create();

    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName)
    {
        var type = Type.GetType(typeName)
            ?? throw new ConfigurationException($"Could not resolve SupervisorStrategyConfigurator type {typeName}");
        return (SupervisorStrategyConfigurator)Activator.CreateInstance(type)!;
    }
}
