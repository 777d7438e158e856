namespace Akka.Dispatch;

/// <summary>Makes executor services.</summary>
public abstract class ExecutorServiceFactory
{
    public abstract ExecutorService Produce(string id);
}
