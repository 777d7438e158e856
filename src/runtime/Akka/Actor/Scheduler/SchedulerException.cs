using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>A scheduler refuses work, because it is shut down or cannot be used in the way asked for.</summary>
public sealed class SchedulerException : AkkaException
{
    public SchedulerException(string message)
        : base(message)
    {
    }

    public SchedulerException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
