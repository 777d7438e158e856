namespace Akka.Util.Internal;

/// <summary>A number that many threads count with.</summary>
public interface IAtomicCounter<T>
{
    T Current { get; }

    /// <summary>Adds one, and returns the sum.</summary>
    T Next();

    T GetAndIncrement();

    T IncrementAndGet();

    T GetAndAdd(T amount);

    T AddAndGet(T amount);

    /// <summary>Back to zero.</summary>
    void Reset();
}
