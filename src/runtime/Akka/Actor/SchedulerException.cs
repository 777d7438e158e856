using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>The scheduler can not do what was asked of it: it has been shut down, or its settings are wrong.</summary>
public sealed class SchedulerException : AkkaException
{
    public SchedulerException(string? message) : base(message)
    {
    }

    public SchedulerException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
