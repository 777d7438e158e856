using System.Runtime.Serialization;
using Akka.Actor;

namespace Akka.Pattern;

/// <summary>A circuit breaker does not let calls through.</summary>
public class OpenCircuitException : AkkaException
{
    private const string DefaultMessage = "Circuit Breaker is open; calls are failing fast";

    public OpenCircuitException()
        : this(DefaultMessage)
    {
    }

    public OpenCircuitException(string? message)
        : this(message, TimeSpan.Zero)
    {
    }

    public OpenCircuitException(string? message, TimeSpan remainingDuration)
        : base(message)
    {
        RemainingDuration = remainingDuration;
    }

    public OpenCircuitException(string? message, Exception? cause)
        : this(message, cause, TimeSpan.Zero)
    {
    }

    public OpenCircuitException(string? message, Exception? cause, TimeSpan remainingDuration)
        : base(message, cause)
    {
        RemainingDuration = remainingDuration;
    }

    public OpenCircuitException(Exception? cause)
        : this(DefaultMessage, cause)
    {
    }

    public OpenCircuitException(Exception? cause, TimeSpan remainingDuration)
        : this(DefaultMessage, cause, remainingDuration)
    {
    }

    protected OpenCircuitException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    /// <summary>How long the breaker stays open; zero when it is half open.</summary>
    public TimeSpan RemainingDuration { get; }
}
