namespace Akka.Actor;

/// <summary>How a request ended, for replies that carry nothing else: an ask throws what a failure carries.</summary>
public abstract class Status
{
    /// <summary>It went well.</summary>
    public sealed class Success(object? status) : Status
    {
        public static readonly Success Instance = new(null);

        public readonly object? Status = status;

        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>It did not.</summary>
    public sealed class Failure(Exception cause, object? state) : Status
    {
        public readonly Exception Cause = cause;

        public readonly object? State = state;

        public Failure(Exception cause) : this(cause, null)
        {
        }

        public override string ToString() => $"Failure: {Cause}";
    }
}
