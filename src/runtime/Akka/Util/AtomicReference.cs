namespace Akka.Util;

/// <summary>A reference for many threads; compared by identity.</summary>
public class AtomicReference<T>
    where T : class?
{
    protected T atomicValue;

    public AtomicReference(T originalValue)
    {
        atomicValue = originalValue;
    }

    public AtomicReference()
    {
        atomicValue = default!;
    }

    public T Value
    {
        get => Volatile.Read(ref atomicValue);
        set => Interlocked.Exchange(ref atomicValue, value);
    }

    public bool CompareAndSet(T expected, T newValue) =>
        ReferenceEquals(Interlocked.CompareExchange(ref atomicValue, newValue, expected), expected);

    public T GetAndSet(T newValue) => Interlocked.Exchange(ref atomicValue, newValue);

    public static implicit operator T(AtomicReference<T> atomicReference) => atomicReference.Value;
}
