using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>A datagram that the kernel has not taken yet.</summary>
/// <param name="Payload">What is sent.</param>
/// <param name="Target">Whom it is sent to; null when the socket has but one peer.</param>
/// <param name="Command">What the commander is told has failed, when it is not sent.</param>
/// <param name="Commander">Who sent the command.</param>
internal readonly record struct PendingDatagram(
    ByteString Payload,
    IPEndPoint? Target,
    object Command,
    IActorRef Commander)
{
    /// <summary>What each counts besides its payload, for the objects that hold it.</summary>
    private const int Overhead = 64;

    /// <summary>What it counts towards the limit of its socket.</summary>
    public int Cost => Payload.Count + Overhead;

    /// <summary>What the commander wants to be told when the kernel has it, if anything.</summary>
    public object? Ack => Command switch
    {
        Udp.Send { WantsAck: true } send => send.Ack,
        UdpConnected.Send { WantsAck: true } send => send.Ack,
        _ => null,
    };

    public object Failure => Command is Udp.Command command
        ? command.FailureMessage
        : ((UdpConnected.Command)Command).FailureMessage;
}
