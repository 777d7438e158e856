namespace Akka.Actor;

/// <summary>One declared handler: how to tell its messages, what to do with them, and on which condition.</summary>
internal readonly struct MessageHandler(MessageMatcher matcher, Delegate handler, Delegate? predicate)
{
    public bool TryHandle(object message) => matcher.TryHandle(message, handler, predicate);
}
