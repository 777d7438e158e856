namespace Akka.Actor;

/// <summary>Access to what the user sent, through all the runtime's wrappers.</summary>
public static class WrappedMessage
{
    public static object Unwrap(object message)
    {
        while (message is IWrappedMessage wrapped)
            message = wrapped.Message;
        return message;
    }
}
