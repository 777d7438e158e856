namespace Akka.Util;

/// <summary>What came out: a value, or the exception that was thrown instead.</summary>
public readonly struct Result<T> : IEquatable<Result<T>>
{
    public readonly bool IsSuccess;
    public readonly T? Value;
    public readonly Exception? Exception;

    public Result(T? value)
    {
        IsSuccess = true;
        Value = value;
    }

    public Result(Exception exception)
    {
        Exception = exception;
    }

    public bool Equals(Result<T> other) =>
        IsSuccess == other.IsSuccess
        && Equals(Exception, other.Exception)
        && EqualityComparer<T>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Result<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(IsSuccess, Value, Exception);

    public override string ToString() => IsSuccess ? $"Success ({Value})" : $"Failure ({Exception})";

    public static bool operator ==(Result<T> left, Result<T> right) => left.Equals(right);

    public static bool operator !=(Result<T> left, Result<T> right) => !left.Equals(right);
}
