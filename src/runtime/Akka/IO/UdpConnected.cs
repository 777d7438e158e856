using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// UDP with one peer, as a conversation of messages. The extension's manager takes <see cref="Connect"/>; the
/// connection that answers it takes the other commands.
/// </summary>
public partial class UdpConnected : ExtensionIdProvider<UdpConnectedExt>
{
    public static readonly UdpConnected Instance = new();

    public override UdpConnectedExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>Everything that the manager or a connection takes or sends.</summary>
    public abstract class Message : INoSerializationVerificationNeeded
    {
    }
}
