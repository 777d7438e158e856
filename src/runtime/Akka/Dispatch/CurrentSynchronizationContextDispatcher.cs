namespace Akka.Dispatch;

/// <summary>Runs actors in the synchronization context of the thread that made it.</summary>
public sealed class CurrentSynchronizationContextDispatcher : Dispatcher
{
    public CurrentSynchronizationContextDispatcher(
        MessageDispatcherConfigurator configurator, string id, int throughput, long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory, TimeSpan shutdownTimeout)
        : base(configurator, id, throughput, throughputDeadlineTime, executorServiceFactory, shutdownTimeout) =>
        // the executor is made now: the first work may come from another thread
        ExecuteTask(new ActionRunnable(static () => { }));
}
