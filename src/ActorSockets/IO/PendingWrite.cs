using Akka.Actor;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>One part of a write command that waits to be sent: the whole of a simple one.</summary>
/// <param name="Part">What is sent, and what is told to the commander then.</param>
/// <param name="Command">What the commander is told has failed, when it is not sent.</param>
/// <param name="Commander">Who sent the command.</param>
internal readonly record struct PendingWrite(
    Tcp.SimpleWriteCommand Part,
    Tcp.WriteCommand Command,
    IActorRef Commander)
{
    public ByteString Data => Part is Tcp.Write write ? write.Data : ByteString.Empty;
}
