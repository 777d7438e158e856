using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>
/// An actor whose handlers are declared, by message type, in its constructor and in <c>Become</c>. They are tried in
/// the order in which they were declared. An instance holds an array of them; handling a message allocates nothing.
/// </summary>
public abstract class ReceiveActor : UntypedActor, IInitializableActor
{
    private HandlerBuilder? _builder = HandlerBuilder.Rent();
    private MessageHandler[] _handlers = [];

    void IInitializableActor.Init() => CloseConstructor();

    protected void Become(Action configure) => base.Become(new Behavior(this, Configure(configure)).Receive);

    protected void BecomeStacked(Action configure) =>
        base.BecomeStacked(new Behavior(this, Configure(configure)).Receive);

    protected sealed override void OnReceive(object message)
    {
        if (_builder is not null)
        {
            CloseConstructor();
        }

        Handle(_handlers, message);
    }

    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Add(ActionMatcher<T>.Instance, handler, shouldHandle, IsAny<T>(shouldHandle));

    protected void Receive<T>(Predicate<T>? shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Add(new TypeActionMatcher(messageType), handler, shouldHandle, IsAny(messageType, shouldHandle));

    protected void Receive(Type messageType, Predicate<object>? shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    protected void Receive<T>(Func<T, bool> handler) => Add(FunctionMatcher<T>.Instance, handler, null, false);

    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Add(new TypeFunctionMatcher(messageType), handler, null, false);

    protected void ReceiveAny(Action<object> handler) => Receive<object>(handler);

    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAsync<object>(handler);

    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Add(AsyncMatcher<T>.Instance, handler, shouldHandle, IsAny<T>(shouldHandle));

    protected void ReceiveAsync<T>(Predicate<T>? shouldHandle, Func<T, Task> handler) =>
        ReceiveAsync(handler, shouldHandle);

    protected void ReceiveAsync(
        Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Add(new TypeAsyncMatcher(messageType), handler, shouldHandle, IsAny(messageType, shouldHandle));

    protected void ReceiveAsync(Type messageType, Predicate<object>? shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    private static bool IsAny<T>(Predicate<T>? shouldHandle) => typeof(T) == typeof(object) && shouldHandle is null;

    private static bool IsAny(Type type, Predicate<object>? shouldHandle) =>
        type == typeof(object) && shouldHandle is null;

    private void Add(MessageMatcher matcher, Delegate handler, Delegate? predicate, bool matchesAny)
    {
        var builder = _builder ?? throw new InvalidOperationException(
            "You may only call Receive-methods when constructing the actor and inside Become().");
        builder.Add(new MessageHandler(matcher, handler, predicate), matchesAny);
    }

    private void CloseConstructor()
    {
        if (_builder is not null)
        {
            _handlers = _builder.Build();
            _builder = null;
        }
    }

    // A Become within a constructor, or within another, leaves what is being declared outside it alone.
    private MessageHandler[] Configure(Action configure)
    {
        var outer = _builder;
        _builder = HandlerBuilder.Rent();
        try
        {
            configure();
            return _builder.Build();
        }
        finally
        {
            _builder = outer;
        }
    }

    private void Handle(MessageHandler[] handlers, object message)
    {
        foreach (ref readonly var handler in handlers.AsSpan())
        {
            if (handler.TryHandle(message))
            {
                return;
            }
        }

        Unhandled(message);
    }

    /// <summary>The handlers that one <c>Become</c> declared.</summary>
    private sealed class Behavior(ReceiveActor actor, MessageHandler[] handlers)
    {
        public bool Receive(object message)
        {
            actor.Handle(handlers, message);
            return true;
        }
    }
}
