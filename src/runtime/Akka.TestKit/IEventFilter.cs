using Akka.Event;

namespace Akka.TestKit;

/// <summary>Says of log events whether it takes them.</summary>
public interface IEventFilter
{
    bool Apply(LogEvent logEvent);
}
