using ActorSockets.IO;
using Akka.Actor;
using Akka.Dispatch;
using Akka.IO;

namespace ActorSockets;

/// <summary>
/// The I/O managers of an actor system, on our engine: they speak the protocol of Akka.IO. With
/// <c>actorsockets.io.manager = stock</c> they are those that come with the runtime.
/// </summary>
public sealed class SocketIO : IExtension
{
    private readonly Lazy<IActorRef> _tcp;

    private SocketIO(ExtendedActorSystem system)
    {
        _tcp = new Lazy<IActorRef>(() => StartTcp(system));
    }

    /// <summary>
    /// The TCP manager: takes <see cref="Akka.IO.Tcp.Bind"/> and <see cref="Akka.IO.Tcp.Connect"/>. The same as
    /// <c>system.Tcp()</c> where <c>akka.io.tcp.manager-class</c> names ours.
    /// </summary>
    public IActorRef Tcp => _tcp.Value;

    /// <summary>The managers of <paramref name="system"/>; started when they are first asked for.</summary>
    public static SocketIO For(ActorSystem system) => SocketIOId.Instance.Apply(system);

    /// <summary>
    /// The dispatcher that runs actors on the I/O thread which serves <paramref name="connection"/>, for
    /// <see cref="Props.WithDispatcher"/>: a handler there costs no change of thread. The id of the default dispatcher
    /// when the connection is none of ours.
    /// </summary>
    public static string DispatcherOf(IActorRef connection) =>
        connection is LoopActorRef ours ? ours.Executor.DispatcherId : Dispatchers.DefaultDispatcherId;

    private static IActorRef StartTcp(ExtendedActorSystem system)
    {
        var config = system.Settings.Config;
        if (IoSettings.From(config).UseStockManager)
        {
            return system.Tcp();
        }

        var named = config.GetString("akka.io.tcp.manager-class", "") ?? "";
        var isOurs = named.Split(',')[0].Trim() == typeof(TcpManager).FullName;
        return isOurs ? system.Tcp() : system.SystemActorOf(Props.Create<TcpManager>(), "actorsockets-tcp");
    }

    private sealed class SocketIOId : ExtensionIdProvider<SocketIO>
    {
        public static readonly SocketIOId Instance = new();

        public override SocketIO CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
