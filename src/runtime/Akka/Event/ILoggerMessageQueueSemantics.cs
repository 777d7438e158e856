using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The queue that loggers require.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics
{
}
