using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// TCP as a conversation of messages. The manager, <see cref="Manager"/>, takes <see cref="Bind"/> and
/// <see cref="Connect"/>; listeners and connections are actors that take the other commands and send the events.
/// </summary>
/// <remarks>
/// Any command may be answered by <see cref="CommandFailed"/> in place of its event. The runtime holds the words of
/// the conversation only: the manager is the class that <c>akka.io.tcp.manager-class</c> names.
/// </remarks>
public partial class Tcp : ExtensionIdProvider<TcpExt>
{
    public static readonly Tcp Instance = new();

    /// <summary>
    /// Stops a failed connection. That a handler's death took its connection along is no failure, and logged at debug.
    /// </summary>
    public static readonly SupervisorStrategy ConnectionSupervisorStrategy = new TcpConnectionSupervisorStrategy();

    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    public override TcpExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>Everything that a TCP manager, listener or connection takes or sends.</summary>
    public class Message : INoSerializationVerificationNeeded
    {
    }
}
