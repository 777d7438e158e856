using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger's answer to <see cref="InitializeLogger"/>.</summary>
public class LoggerInitialized : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    public LoggerInitialized()
    {
    }
}
