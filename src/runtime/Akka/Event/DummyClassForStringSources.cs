namespace Akka.Event;

/// <summary>The log class of events whose source was given as a string.</summary>
public class DummyClassForStringSources
{
}
