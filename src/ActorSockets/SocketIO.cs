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
    private readonly Lazy<IActorRef> _udp;
    private readonly Lazy<IActorRef> _udpConnected;

    private SocketIO(ExtendedActorSystem system)
    {
        _tcp = new Lazy<IActorRef>(() => Start<TcpManager>(system, "tcp", system.Tcp));
        _udp = new Lazy<IActorRef>(() => Start<UdpManager>(system, "udp", system.Udp));
        _udpConnected = new Lazy<IActorRef>(() => Start<UdpConnectedManager>(
            system, "udp-connected", () => Akka.IO.UdpConnected.Instance.Apply(system).Manager));
    }

    /// <summary>
    /// The TCP manager: takes <see cref="Akka.IO.Tcp.Bind"/> and <see cref="Akka.IO.Tcp.Connect"/>. The same as
    /// <c>system.Tcp()</c> where <c>akka.io.tcp.manager-class</c> names ours.
    /// </summary>
    public IActorRef Tcp => _tcp.Value;

    /// <summary>
    /// The UDP manager: takes <see cref="Akka.IO.Udp.Bind"/> and <see cref="Akka.IO.Udp.SimpleSender"/>. A handler that
    /// runs on the dispatcher of one of our I/O threads has its socket served by that thread. The same as
    /// <c>system.Udp()</c> where <c>akka.io.udp.manager-class</c> names ours.
    /// </summary>
    public IActorRef Udp => _udp.Value;

    /// <summary>
    /// The manager of UDP sockets that have one peer: takes <see cref="Akka.IO.UdpConnected.Connect"/>. The handler's
    /// dispatcher counts as with <see cref="Udp"/>.
    /// </summary>
    public IActorRef UdpConnected => _udpConnected.Value;

    /// <summary>The managers of <paramref name="system"/>; started when they are first asked for.</summary>
    public static SocketIO For(ActorSystem system) => SocketIOId.Instance.Apply(system);

    /// <summary>
    /// The dispatcher that runs actors on the I/O thread which serves <paramref name="connection"/>, for
    /// <see cref="Props.WithDispatcher"/>: a handler there costs no change of thread. The sender of an
    /// <see cref="Akka.IO.Udp.Bound"/> counts as one. The id of the default dispatcher when the connection is none of
    /// ours.
    /// </summary>
    public static string DispatcherOf(IActorRef connection) =>
        connection is LoopActorRef ours ? ours.Executor.DispatcherId : Dispatchers.DefaultDispatcherId;

    private static IActorRef Start<TManager>(ExtendedActorSystem system, string protocol, Func<IActorRef> runtimes)
        where TManager : ActorBase, new()
    {
        var config = system.Settings.Config;
        if (IoSettings.From(config).UseStockManager)
        {
            return runtimes();
        }

        var named = config.GetString($"akka.io.{protocol}.manager-class", "") ?? "";
        var isOurs = named.Split(',')[0].Trim() == typeof(TManager).FullName;
        return isOurs ? runtimes() : system.SystemActorOf(Props.Create<TManager>(), $"actorsockets-{protocol}");
    }

    private sealed class SocketIOId : ExtensionIdProvider<SocketIO>
    {
        public static readonly SocketIOId Instance = new();

        public override SocketIO CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
