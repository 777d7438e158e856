namespace Akka.Util;

/// <summary>A right side that does not know yet what the left one would be.</summary>
public class Right<T>
{
    public Right(T value)
    {
        Value = value;
    }

    public T Value { get; }

    public bool IsLeft => false;

    public bool IsRight => true;
}
