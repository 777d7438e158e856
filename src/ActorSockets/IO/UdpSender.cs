using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.IO;

/// <summary>A UDP socket that only sends, from a port of the system's choice, until it is stopped.</summary>
/// <remarks>In name a child of the manager; watches nobody.</remarks>
internal sealed class UdpSender(UdpRuntime runtime, IoLoop loop, Udp.SimpleSender command, IActorRef commander)
    : UdpSocket(runtime, loop)
{
    protected override string Kind => "sender";

    /// <summary>Makes the socket, on the loop's thread.</summary>
    public void Begin() => Uninterrupted(BeginUninterrupted);

    protected override void OnMessage(object message, IActorRef sender)
    {
        switch (message)
        {
            case Udp.Send send:
                OnSend(send, sender);
                break;
            case Dns.Resolved resolved:
                OnResolved(resolved);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    private void BeginUninterrupted()
    {
        try
        {
            Take(DatagramSockets.ForSending(command.Options?.ToArray() ?? []), receives: false);
            commander.Tell(Udp.SimpleSenderReady.Instance, this);
        }
        catch (Exception e)
        {
            // There is no descriptor left, or a hook has thrown.
            Log.Error(e, "Failed to open a UDP channel for sending");
            commander.Tell(new Udp.CommandFailed(command), this);
            End();
        }
    }
}
