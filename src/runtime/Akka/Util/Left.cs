namespace Akka.Util;

/// <summary>A left side that does not know yet what the right one would be.</summary>
public class Left<T>
{
    public Left(T value)
    {
        Value = value;
    }

    public T Value { get; }

    public bool IsLeft => true;

    public bool IsRight => false;
}
