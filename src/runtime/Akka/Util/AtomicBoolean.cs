namespace Akka.Util;

/// <summary>A flag for many threads.</summary>
public class AtomicBoolean
{
    private int _value;

    public AtomicBoolean(bool initialValue = false)
    {
        _value = AsInt(initialValue);
    }

    public bool Value
    {
        get => Volatile.Read(ref _value) != 0;
        set => Interlocked.Exchange(ref _value, AsInt(value));
    }

    public bool CompareAndSet(bool expected, bool newValue) =>
        Interlocked.CompareExchange(ref _value, AsInt(newValue), AsInt(expected)) == AsInt(expected);

    public bool GetAndSet(bool newValue) => Interlocked.Exchange(ref _value, AsInt(newValue)) != 0;

    public static implicit operator bool(AtomicBoolean atomicBoolean) => atomicBoolean.Value;

    private static int AsInt(bool value) => value ? 1 : 0;
}
