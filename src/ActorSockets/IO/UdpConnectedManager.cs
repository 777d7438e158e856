using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// Takes <see cref="UdpConnected.Connect"/>, and starts what carries it out. Holds nothing itself: no message that it
/// does not know, and not its own end, disturbs a socket.
/// </summary>
internal sealed class UdpConnectedManager : UntypedActor
{
    private readonly UdpRuntime _runtime =
        new((ExtendedActorSystem)Context.System, (IInternalActorRef)Context.Self, "akka.io.udp-connected");

    private readonly ILoggingAdapter _log = Context.GetLogger();

    protected override void OnReceive(object message)
    {
        if (message is UdpConnected.Connect connect)
        {
            var loop = _runtime.LoopFor(connect.Handler);
            loop.Schedule(new LoopAction(new UdpConnection(_runtime, loop, connect, Sender).Begin));
            return;
        }

        _log.Error(
            "The supplied message of type {0} is invalid. Only Connect messages are supported. Everything else goes "
            + "to the sender of UdpConnected.Connected.",
            message.GetType().Name);
    }
}
