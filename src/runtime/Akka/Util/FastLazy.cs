namespace Akka.Util;

/// <summary>
/// A value that is made when it is first asked for, once, however many threads ask; so is what is thrown instead.
/// </summary>
public sealed class FastLazy<T>
{
    private readonly Lazy<T> _value;

    public FastLazy(Func<T> producer)
    {
        if (producer is null)
        {
            throw new ArgumentNullException(nameof(producer), "Producer cannot be null");
        }

        _value = new Lazy<T>(producer);
    }

    public T Value => _value.Value;

    public bool IsValueCreated() => _value.IsValueCreated;
}
