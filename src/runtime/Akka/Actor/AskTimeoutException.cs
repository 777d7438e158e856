using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>No reply to an ask came within its time-out.</summary>
public class AskTimeoutException : AkkaException
{
    public AskTimeoutException(string? message) : base(message)
    {
    }

    protected AskTimeoutException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
