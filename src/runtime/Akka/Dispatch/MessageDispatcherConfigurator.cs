using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes dispatchers from one section of the configuration.</summary>
public abstract class MessageDispatcherConfigurator
{
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    public Config Config { get; }

    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>Answers a dispatcher: always the same one, or a new one for each actor.</summary>
    public abstract MessageDispatcher Dispatcher();

    /// <summary>The executor that the key <c>executor</c> names: a known kind or a class of one's own.</summary>
    /// <exception cref="ConfigurationException">The class cannot be loaded or is of another kind.</exception>
    protected ExecutorServiceConfigurator ConfigureExecutor() => Executors.Named(
        Config.GetString("executor", "default-executor"), Config, Prerequisites);
}
