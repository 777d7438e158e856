namespace Akka.Dispatch;

/// <summary>Threads that run pieces of work.</summary>
public abstract class ExecutorService
{
    protected ExecutorService(string id) => Id = id;

    public string Id { get; }

    /// <exception cref="RejectedExecutionException">The service has been shut down.</exception>
    public abstract void Execute(IRunnable run);

    public abstract void Shutdown();
}
