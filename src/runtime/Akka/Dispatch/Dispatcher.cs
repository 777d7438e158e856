namespace Akka.Dispatch;

/// <summary>
/// A dispatcher over an executor that is made when the first work comes, and anew after a shutdown.
/// </summary>
public class Dispatcher : MessageDispatcher
{
    private readonly ExecutorServiceFactory _executors;
    private Lazy<ExecutorService> _executor;

    public Dispatcher(
        MessageDispatcherConfigurator configurator, string id, int throughput, long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory, TimeSpan shutdownTimeout)
        : base(configurator)
    {
        Id = id;
        Throughput = throughput;
        ThroughputDeadlineTime = throughputDeadlineTime;
        ShutdownTimeout = shutdownTimeout;
        _executors = executorServiceFactory;
        _executor = NewExecutor();
    }

    protected override void ExecuteTask(IRunnable run) => _executor.Value.Execute(run);

    protected override void Shutdown()
    {
        var left = Interlocked.Exchange(ref _executor, NewExecutor());
        if (left.IsValueCreated) left.Value.Shutdown();
    }

    private Lazy<ExecutorService> NewExecutor() => new(() => _executors.Produce(Id));
}
