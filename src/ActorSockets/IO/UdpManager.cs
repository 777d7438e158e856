using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// Takes <see cref="Udp.Bind"/> and <see cref="Udp.SimpleSender"/>, and starts what carries them out. Holds nothing
/// itself: no message that it does not know, and not its own end, disturbs a socket.
/// </summary>
internal sealed class UdpManager : UntypedActor
{
    private readonly UdpRuntime _runtime =
        new((ExtendedActorSystem)Context.System, (IInternalActorRef)Context.Self, "akka.io.udp");

    private readonly ILoggingAdapter _log = Context.GetLogger();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Udp.Bind bind:
                var handlersLoop = _runtime.LoopFor(bind.Handler);
                Start(handlersLoop, new UdpListener(_runtime, handlersLoop, bind, Sender).Begin);
                break;
            case Udp.SimpleSender command:
                var nextLoop = _runtime.NextLoop();
                Start(nextLoop, new UdpSender(_runtime, nextLoop, command, Sender).Begin);
                break;
            default:
                _log.Error(
                    "The supplied message of type {0} is invalid. Only Bind and SimpleSender messages are supported. "
                    + "Everything else goes to the sender of Udp.Bound or of Udp.SimpleSenderReady.",
                    message.GetType().Name);
                break;
        }
    }

    private static void Start(IoLoop loop, Action begin) => loop.Schedule(new LoopAction(begin));
}
