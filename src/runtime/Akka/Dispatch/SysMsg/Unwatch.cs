using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent to the watchee: the watcher no longer watches it.</summary>
public sealed class Unwatch : SystemMessage
{
    public Unwatch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        Watchee = watchee;
        Watcher = watcher;
    }

    public IInternalActorRef Watchee { get; }

    public IInternalActorRef Watcher { get; }

    public override string ToString() => $"<Unwatch>: {Watcher} no longer watches {Watchee}";
}
