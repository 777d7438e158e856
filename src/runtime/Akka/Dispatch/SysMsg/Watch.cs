using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent to the watchee: the watcher starts to watch it.</summary>
public class Watch : SystemMessage
{
    public Watch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        Watchee = watchee;
        Watcher = watcher;
    }

    public IInternalActorRef Watchee { get; }

    public IInternalActorRef Watcher { get; }

    public override string ToString() => $"<Watch>: {Watcher} starts to watch {Watchee}";
}
