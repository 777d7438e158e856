using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Told when a filter has taken an event.</summary>
public delegate void EventMatched(EventFilterBase eventFilter, LogEvent logEvent);
