namespace Akka.Actor;

/// <summary>
/// Knows the message type of a handler, and with it the types of its delegates. There is one a type, not one a handler.
/// </summary>
internal abstract class MessageMatcher
{
    /// <summary>False when the message is not of the type, or the handler's own condition refuses it.</summary>
    public abstract bool TryHandle(object message, Delegate handler, Delegate? predicate);
}
