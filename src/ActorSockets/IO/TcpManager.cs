using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// Takes <see cref="Tcp.Bind"/> and <see cref="Tcp.Connect"/>, and starts what carries them out. Holds nothing itself:
/// no message that it does not know, and not its own end, disturbs a connection.
/// </summary>
internal sealed class TcpManager : UntypedActor
{
    private const string Help = "https://getakka.net/articles/networking/io.html";

    private readonly TcpRuntime _runtime;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public TcpManager()
    {
        _runtime = new TcpRuntime((ExtendedActorSystem)Context.System, (IInternalActorRef)Self, _log);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Bind bind:
                Start(_runtime.NextListenerLoop(), loop => new TcpListener(_runtime, loop, bind, Sender).Begin);
                break;
            case Tcp.Connect connect:
                Start(_runtime.NextLoop(), loop => new TcpConnector(_runtime, loop, connect, Sender).Begin);
                break;
            default:
                _log.Error(
                    "The supplied message of type {0} is invalid. Only Connect and Bind messages are supported. "
                    + "If you are going to manage your connection state, you need to communicate with the sender of "
                    + "Tcp.Connected. See more here: {1}",
                    message.GetType().Name,
                    Help);
                break;
        }
    }

    private static void Start(IoLoop loop, Func<IoLoop, Action> create) => loop.Schedule(new LoopAction(create(loop)));
}
