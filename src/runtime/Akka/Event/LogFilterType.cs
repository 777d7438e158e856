namespace Akka.Event;

/// <summary>What a log filter looks at.</summary>
public enum LogFilterType
{
    Source,
    Content,
}
