namespace Akka.Actor;

/// <summary>
/// Collects the handlers that a constructor or a <c>Become</c> declares. It goes back to its thread when they are
/// built, so that an actor allocates one array of just the right length.
/// </summary>
internal sealed class HandlerBuilder
{
    [ThreadStatic]
    private static HandlerBuilder? _spare;

    private MessageHandler[] _handlers = new MessageHandler[8];
    private int _count;
    private bool _isClosed;

    public static HandlerBuilder Rent()
    {
        var builder = _spare ?? new HandlerBuilder();
        _spare = null;
        return builder;
    }

    public void Add(MessageHandler handler, bool matchesAny)
    {
        if (_isClosed)
        {
            throw new InvalidOperationException(
                "A handler that catches all messages has been added. No handler can be added after that.");
        }

        if (_count == _handlers.Length)
        {
            Array.Resize(ref _handlers, _count * 2);
        }

        _handlers[_count++] = handler;
        _isClosed = matchesAny;
    }

    public MessageHandler[] Build()
    {
        var built = _handlers.AsSpan(0, _count).ToArray();
        _handlers.AsSpan(0, _count).Clear();
        _count = 0;
        _isClosed = false;
        _spare = this;
        return built;
    }
}
