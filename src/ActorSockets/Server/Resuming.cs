using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>How our own supervisors are supervised: one that throws, or is killed, goes on with the next message. A
/// restart would cost it its children, which are other people's connections, and mend nothing.</summary>
internal static class Resuming
{
    public static SupervisorStrategy Strategy { get; } = new OneForOneStrategy(
        cause => cause is ActorInitializationException ? Directive.Stop : Directive.Resume);
}
