using ActorSockets.Diagnostics;
using ActorSockets.Server;
using Akka.Actor;
using Akka.Event;

namespace ActorSockets;

/// <summary>The actor of one connection: derive from it, and say what to do with the peer's frames.</summary>
/// <remarks>
/// <para>Each frame is a message of its own in the mailbox, of the type that the listener's framer makes: a
/// <c>ByteString</c> (raw) or a <c>string</c> (lines). It arrives in the same <c>Receive&lt;T&gt;</c> handlers as
/// messages of other actors, and <c>Become</c>, <c>Stash</c>, <c>ReceiveAsync</c>, timers and supervision mean what
/// they always mean. <see cref="IsFrame"/> tells frames from messages; a frame's <c>Sender</c> is the connection, and
/// what is told to it is sent to the peer.</para>
/// <para>The last message is <see cref="ConnectionClosed"/>; the actor stops after it. A handler that throws is
/// restarted on the same socket, as <see cref="ConnectionOptions.MaxRestarts"/> says.</para>
/// <para>The connection can be routed to from when <c>PreStart</c> runs.</para>
/// </remarks>
public abstract class ConnectionActor : ReceiveActor
{
    // What the connection delivered and this turn, or the task that it started, is about. Null for other messages.
    private Delivery? _delivery;
    private bool _awaitsTask;
    private ILoggingAdapter? _log;

    /// <summary>Runs while a connection starts or its handler restarts; nowhere else.</summary>
    protected ConnectionActor() => Connection = HandlerProducer.Claim(GetType());

    /// <summary>The connection to the peer. It is there in the constructor, and stays the same when the handler
    /// restarts.</summary>
    protected Connection Connection { get; }

    /// <summary>Whether the current message is a frame from the peer, and not a message of another actor.</summary>
    protected bool IsFrame => _delivery is Frame;

    /// <summary>Logs with the actor's path as source; the connection's id and the peer's address are properties of
    /// every line.</summary>
    protected ILoggingAdapter Log => _log ??= new ConnectionLog(Context.GetLogger(), Connection);

    /// <summary>Sends to the peers of connections of this server: a message is encoded once for each framer.</summary>
    /// <param name="to">The connections.</param>
    /// <param name="message">What their framers can encode.</param>
    protected void Send(Destination to, object message) => Connection.Table.Send(to, message, Connection.Id);

    /// <summary>Tells the handlers of connections of this server, with this handler as sender.</summary>
    /// <param name="to">The connections.</param>
    /// <param name="message">Any message.</param>
    protected void Tell(Destination to, object message) => Connection.Table.Tell(to, message, Connection.Id, Self);

    /// <summary>Runs a task in the actor's turn: the mailbox waits, and the frame keeps its credit, until it ends.
    /// </summary>
    /// <param name="action">Starts the task.</param>
    protected new void RunTask(Func<Task> action)
    {
        if (_delivery is not { } delivery)
        {
            base.RunTask(action);
            return;
        }

        _awaitsTask = true;
        base.RunTask(() => Await(action, delivery));
    }

    /// <inheritdoc cref="RunTask(Func{Task})"/>
    /// <param name="action">Runs in the actor's context.</param>
    protected new void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Handles messages of a type by a task; the next message waits until it ends.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="handler">Starts the task.</param>
    /// <param name="shouldHandle">Which messages of the type; null for all.</param>
    protected new void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Receive<T>(message => RunTask(() => handler(message)), shouldHandle);

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected new void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        ReceiveAsync<T>(handler, shouldHandle);

    /// <summary>Handles messages of a type by a task; the next message waits until it ends.</summary>
    /// <param name="messageType">The type.</param>
    /// <param name="handler">Starts the task.</param>
    /// <param name="shouldHandle">Which messages of the type; null for all.</param>
    protected new void ReceiveAsync(
        Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Receive(messageType, message => RunTask(() => handler(message)), shouldHandle);

    /// <inheritdoc cref="ReceiveAsync(Type, Func{object, Task}, Predicate{object})"/>
    protected new void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    /// <summary>Handles every other message by a task; the next message waits until it ends.</summary>
    /// <param name="handler">Starts the task.</param>
    protected new void ReceiveAnyAsync(Func<object, Task> handler) =>
        ReceiveAny(message => RunTask(() => handler(message)));

    /// <inheritdoc/>
    protected override bool AroundReceive(Receive receive, object message)
    {
        if (message is not Delivery delivery)
            return base.AroundReceive(receive, message);

        _delivery = delivery;
        try
        {
            return Handle(receive, delivery);
        }
        finally
        {
            // A turn that threw is over too: what it was about is not delivered again.
            if (!_awaitsTask)
                EndTurn(delivery);
        }
    }

    /// <inheritdoc/>
    protected override void Unhandled(object message)
    {
        if (_delivery is { } delivery && ReferenceEquals(message, delivery.Message) && delivery.OnUnhandled(Connection))
            return;
        base.Unhandled(message);
    }

    /// <inheritdoc/>
    public override void AroundPreStart()
    {
        WatchStash();
        Connection.OnHandlerStarted(Self);
        base.AroundPreStart();
    }

    /// <inheritdoc/>
    public override void AroundPostRestart(Exception cause, object message)
    {
        WatchStash();
        base.AroundPostRestart(cause, message);
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        // Before the user's PostStop, which may look at the close reason.
        Connection.OnHandlerStopping();
        base.AroundPostStop();
    }

    /// <summary>The stash took the current message.</summary>
    internal void MarkStashed()
    {
        if (_delivery is { } delivery)
            delivery.IsStashed = true;
    }

    /// <summary>A stashed message has left the stash in a way that may not lead back to the mailbox.</summary>
    internal void GiveUp(Delivery? delivery) => delivery?.OnDone(Connection, Context);

    private bool Handle(Receive receive, Delivery delivery)
    {
        // Who has said /quit does not speak any more, whatever came in the same packet.
        if (delivery is Frame && Connection.IsClosedByHandler)
            return true;
        return delivery.IsForHandler
            ? base.AroundReceive(receive, delivery.Message)
            : delivery.OnUnhandled(Connection);
    }

    private void WatchStash()
    {
        if (this is IActorStash { Stash: not (null or DeliveryStash) } stashing)
            stashing.Stash = new DeliveryStash(stashing.Stash, this);
    }

    private async Task Await(Func<Task> action, Delivery delivery)
    {
        try
        {
            await action();
        }
        finally
        {
            // Still within the actor: the continuation runs on its scheduler, and its mailbox waits.
            _awaitsTask = false;
            EndTurn(delivery);
        }
    }

    private void EndTurn(Delivery delivery)
    {
        _delivery = null;
        if (delivery.IsStashed)
            delivery.IsStashed = false;
        else
            delivery.OnDone(Connection, Context);
    }
}
