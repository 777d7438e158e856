using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The executors that configuration can name.</summary>
internal static class Executors
{
    public static ExecutorServiceConfigurator Named(
        string name, Config config, IDispatcherPrerequisites prerequisites) =>
        name switch
        {
            "fork-join-executor" when config.GetString("id") != Dispatchers.InternalDispatcherId =>
                new Factory(config, prerequisites, id => new DedicatedThreads(id, ThreadCount(config))),
            null or "" or "default-executor" or "thread-pool-executor" or "task-executor" or "channel-executor"
                or "fork-join-executor" => new Factory(config, prerequisites, id => new ThreadPoolExecutor(id)),
            "current-context-executor" => OfCurrentContext(config, prerequisites),
            _ => Custom(name, config, prerequisites),
        };

    public static ExecutorServiceConfigurator Pinned(Config config, IDispatcherPrerequisites prerequisites) =>
        new Factory(config, prerequisites, id => new DedicatedThreads(id, 1));

    // One for good: after a shutdown the next work may come from a thread that has no such context.
    private static Factory OfCurrentContext(Config config, IDispatcherPrerequisites prerequisites)
    {
        SynchronizationContextExecutor? executor = null;
        return new Factory(config, prerequisites, id => executor ??= new SynchronizationContextExecutor(id));
    }

    private static int ThreadCount(Config config)
    {
        var section = config.GetConfig("dedicated-thread-pool");
        if (!section.IsNullOrEmpty()) return Math.Max(1, section.GetInt("thread-count", Environment.ProcessorCount));
        var forkJoin = config.GetConfig("fork-join-executor");
        return forkJoin.IsNullOrEmpty()
            ? Environment.ProcessorCount
            : ThreadPoolConfig.ScaledPoolSize(
                forkJoin.GetInt("parallelism-min", 8),
                forkJoin.GetDouble("parallelism-factor", 1.0),
                forkJoin.GetInt("parallelism-max", 64));
    }

    private static ExecutorServiceConfigurator Custom(
        string name, Config config, IDispatcherPrerequisites prerequisites)
    {
        var type = Type.GetType(name) ?? throw new ConfigurationException(
            $"Could not resolve executor service configurator type {name} for path {config.GetString("id")}");
        if (!typeof(ExecutorServiceConfigurator).IsAssignableFrom(type))
        {
            throw new ConfigurationException(
                $"The executor {name} of dispatcher {config.GetString("id")} is no ExecutorServiceConfigurator");
        }

        return (ExecutorServiceConfigurator)Activator.CreateInstance(type, config, prerequisites)!;
    }

    private sealed class Factory(
        Config config, IDispatcherPrerequisites prerequisites, Func<string, ExecutorService> produce)
        : ExecutorServiceConfigurator(config, prerequisites)
    {
        public override ExecutorService Produce(string id) => produce(id);
    }
}
