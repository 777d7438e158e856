namespace Akka.Actor;

/// <summary>An actor system's timer.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    IAdvancedScheduler Advanced { get; }
}
