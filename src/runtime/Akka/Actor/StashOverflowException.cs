using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>A bounded stash is full.</summary>
public class StashOverflowException : AkkaException
{
    public StashOverflowException(string? message, Exception? cause = null) : base(message, cause)
    {
    }

    protected StashOverflowException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
