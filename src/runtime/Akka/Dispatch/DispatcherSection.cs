namespace Akka.Dispatch;

/// <summary>Reads what all kinds of dispatchers have in common.</summary>
internal static class DispatcherSection
{
    public delegate T Constructor<out T>(
        MessageDispatcherConfigurator configurator, string id, int throughput, long? deadline,
        ExecutorServiceFactory executor, TimeSpan shutdownTimeout);

    public static T Make<T>(
        MessageDispatcherConfigurator configurator, ExecutorServiceFactory executor, Constructor<T> constructor)
    {
        var config = configurator.Config;
        var deadline = config.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero);
        return constructor(
            configurator,
            config.GetString("id"),
            config.GetInt("throughput", MessageDispatcher.DefaultThroughput),
            deadline > TimeSpan.Zero ? deadline.Ticks : null,
            executor,
            config.GetTimeSpan("shutdown-timeout", TimeSpan.FromSeconds(1)));
    }
}
