namespace Akka.Event;

/// <summary>What a log filter says of an event.</summary>
public enum LogFilterDecision
{
    Keep,
    Drop,
    NoDecision,
}
