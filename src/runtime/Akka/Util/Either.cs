namespace Akka.Util;

/// <summary>Makes the two sides of an <see cref="Either{TA,TB}"/> without naming the type of the other one.</summary>
public static class Either
{
    public static Left<T> Left<T>(T value) => new(value);

    public static Right<T> Right<T>(T value) => new(value);
}
