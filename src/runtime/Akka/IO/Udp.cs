using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// UDP without a fixed peer, as a conversation of messages. The manager, <see cref="Manager"/>, takes
/// <see cref="Bind"/> and <see cref="SimpleSender"/>; what answers them takes <see cref="Send"/>.
/// </summary>
public partial class Udp : ExtensionIdProvider<UdpExt>
{
    public static readonly Udp Instance = new();

    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    public override UdpExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>Everything that a UDP manager, listener or sender takes or sends.</summary>
    public abstract class Message : INoSerializationVerificationNeeded
    {
    }

    /// <summary>The options that only UDP sockets have.</summary>
    public sealed class SO : Inet.SoForwarders
    {
        /// <summary>SO_BROADCAST: without it a datagram to a broadcast address is refused.</summary>
        public sealed class Broadcast : Inet.SocketOption
        {
            public Broadcast(bool on)
            {
                On = on;
            }

            public bool On { get; }

            public override void BeforeDatagramBind(Socket s) => s.EnableBroadcast = On;
        }
    }
}
