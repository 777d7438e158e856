using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace ActorSockets.IO;

/// <summary>
/// Names actors that hold an I/O thread, once for each class. For the monitor's thread: the actor goes on meanwhile, so
/// that its message may be gone when it is asked for.
/// </summary>
internal sealed class BlockedActorLog(ExtendedActorSystem system, TimeSpan limit)
{
    private readonly HashSet<Type> _named = [];

    public void Report(IoLoop loop, IRunnable turn)
    {
        var cell = (system.Dispatchers.Lookup(loop.DispatcherId) as IoDispatcher)?.CellOf(turn);
        var type = cell?.Props.Type ?? turn.GetType();
        if (!_named.Add(type))
        {
            return;
        }

        system.Log.Warning(
            "{0} ({1}) has held the I/O thread {2} for more than {3} with a message of type {4}; another thread has "
            + "taken over all else. What waits belongs on a dispatcher of its own (handler-dispatcher), or should "
            + "await (ReceiveAsync). Said once for this class",
            cell?.Self.ToString() ?? "An actor",
            type,
            loop.DispatcherId,
            limit,
            cell?.CurrentMessage?.GetType().ToString() ?? "unknown");
    }
}
