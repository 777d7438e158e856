using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Event;

namespace ActorSockets.Server;

/// <summary>Decides what becomes of a handler that throws: restarted on the same socket as often as its listener's
/// options allow, then stopped, and its connection reset.</summary>
internal sealed class HandlerStrategy(Dictionary<IActorRef, Connection> connections, ILoggingAdapter log)
    : OneForOneStrategy(DefaultDecider)
{
    public override void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        var connection = connections[child];
        if (connection.CloseReason is not null)
        {
            log.Error(cause, "Handler of connection {0} failed while the connection was ending: stopped", connection);
            context.Stop(child);
        }
        else if (restart && MayRestart(connection.Options, stats))
        {
            log.Error(cause, "Handler of connection {0} failed: restarted on the same socket", connection);
            RestartChild(child, cause, suspendFirst: false);
        }
        else
        {
            log.Error(cause, "Handler of connection {0} failed: stopped, and the connection reset", connection);
            connection.AbortFor(CloseReason.HandlerFailed, cause.Message);
            context.Stop(child);
        }
    }

    /// <summary>Called when a handler is no more, for whatever reason.</summary>
    public override void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
        if (!connections.Remove(child, out var connection))
            return;
        // A handler whose constructor has thrown was never started, and could not say that it stops.
        connection.OnHandlerStopping();
        connection.OnSideGone();
    }

    // The decision is logged where it is made.
    protected override void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (directive == Directive.Resume)
            base.LogFailure(context, child, cause, directive);
    }

    private static bool MayRestart(ConnectionOptions options, ChildRestartStats stats) =>
        stats.RequestRestartPermission(options.MaxRestarts, (int)options.RestartWindow.TotalMilliseconds);
}
