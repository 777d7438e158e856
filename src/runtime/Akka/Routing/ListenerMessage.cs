namespace Akka.Routing;

/// <summary>A message for an actor's <see cref="ListenerSupport"/>.</summary>
public abstract class ListenerMessage;
