using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Base class of all actors: a behaviour, and hooks that its cell calls in a fixed order.</summary>
public abstract class ActorBase : IInternalActor
{
    private IActorRef? _clearedSelf;

    /// <exception cref="ActorInitializationException">The constructor was called outside of actor creation.</exception>
    protected ActorBase()
    {
        var cell = InternalCurrentActorCellKeeper.Current ?? throw new ActorInitializationException(
            "Do not create actors using 'new', always create them using an ActorContext/System");
        cell.Become(Receive);
        if (this is IWithTimers timed) timed.Timers = cell.NewTimers();
    }

    /// <summary>The sender of the current message; dead letters when it has none.</summary>
    protected IActorRef Sender => Context.Sender;

    /// <exception cref="NotSupportedException">No actor is on its turn in this thread.</exception>
    protected IActorRef Self => _clearedSelf ?? Context.Self;

    protected static Receive EmptyReceive => static _ => false;

    /// <summary>Null for an instance that a restart or a failed creation has left behind.</summary>
    /// <exception cref="NotSupportedException">No actor is on its turn in this thread.</exception>
    protected static IActorContext Context => ActorCell.RequireCurrent() is { IsCleared: false } cell ? cell : null!;

    IActorContext IInternalActor.ActorContext => Context;

    protected abstract bool Receive(object message);

    /// <summary>Called for each message; overridden by libraries that wrap messages.</summary>
    protected virtual bool AroundReceive(Receive receive, object message)
    {
        return message is Scheduler.ITimerMsg timerMsg ? OnTimer(receive, timerMsg) : Deliver(receive, message);
    }

    public virtual void AroundPreRestart(Exception cause, object message)
    {
        CancelTimers();
        PreRestart(cause, message);
    }

    public virtual void AroundPreStart() => PreStart();

    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    public virtual void AroundPostStop()
    {
        CancelTimers();
        PostStop();
    }

    /// <summary>A watched actor's death that nobody handles is a <see cref="DeathPactException"/>; anything else is
    /// published as an <see cref="UnhandledMessage"/>.</summary>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected void Become(Receive receive) => Context.Become(receive);

    protected void BecomeStacked(Receive receive) => Context.BecomeStacked(receive);

    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);

    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    /// <summary>Called on the failed instance before a restart. Default: unwatches and stops all children, then
    /// <see cref="PostStop"/>.</summary>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the fresh instance after a restart. Default: <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    protected virtual void PreStart()
    {
    }

    protected virtual void PostStop()
    {
    }

    internal SupervisorStrategy CreateSupervisorStrategy() => SupervisorStrategy();

    internal bool Handle(Receive receive, object message) => AroundReceive(receive, message);

    /// <summary>A dead actor answers to dead letters, so that closures over it do no harm.</summary>
    internal void Clear(IActorRef deadLetters) => _clearedSelf = deadLetters;

    private void CancelTimers() => (this as IWithTimers)?.Timers?.CancelAll();

    private bool Deliver(Receive receive, object message)
    {
        if (receive(message)) return true;
        Unhandled(message);
        return false;
    }

    private bool OnTimer(Receive receive, Scheduler.ITimerMsg timerMsg)
    {
        var cell = ActorCell.RequireCurrent();
        var message = cell.TimerMessageFor(timerMsg);
        switch (message)
        {
            case null:
                return true;
            case IAutoReceivedMessage:
                cell.AutoReceive(new Envelope(message, Self));
                return true;
            default:
                // so that a stash keeps what the user sent himself, not the timer's wrapper
                cell.ReplaceCurrentMessage(message);
                return Deliver(receive, message);
        }
    }
}
