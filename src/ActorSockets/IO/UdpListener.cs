using System.Net;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.IO;

/// <summary>One bound UDP socket: tells the handler of each datagram, and sends.</summary>
/// <remarks>
/// In name a child of the manager; watches the handler, whose death closes the port.
/// <code>
/// state      message or event                next
/// Starting   bound                           Bound (Bound to the commander)
///            failed                          ended (CommandFailed to the commander)
/// Bound      Send                            - (the ack, or CommandFailed, to the sender)
///            SuspendReading, ResumeReading   -
///            Unbind                          ended (Unbound to the sender)
///            handler dies, stop              ended
/// </code>
/// </remarks>
internal sealed class UdpListener(UdpRuntime runtime, IoLoop loop, Udp.Bind bind, IActorRef commander)
    : UdpReceiver(runtime, loop, bind.Handler)
{
    protected override string Kind => "listener";

    /// <summary>Binds, on the loop's thread.</summary>
    public void Begin() => Uninterrupted(BeginUninterrupted);

    protected override object Received(ByteString data, IPEndPoint? sender) => new Udp.Received(data, sender!);

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
            case Udp.SuspendReading:
                OnSuspendReading();
                break;
            case Udp.ResumeReading:
                OnResumeReading();
                break;
            case Udp.Unbind:
                OnUnbind(sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>A handler that is dead already answers the watch at once: that is looked at after this.</summary>
    private void BeginUninterrupted()
    {
        EndPoint local;
        try
        {
            var socket = DatagramSockets.Bind(bind.LocalAddress, bind.Options?.ToArray() ?? []);
            local = socket.LocalEndPoint!;
            Take(socket, receives: true);
        }
        catch (Exception e)
        {
            // Whatever it is (the address is taken, not ours, not allowed; a hook has thrown), it is the commander's.
            BindFailure.Note(bind.Options, e);
            Log.Error(e, "Failed to bind UDP channel to endpoint [{0}]", bind.LocalAddress);
            commander.Tell(new Udp.CommandFailed(bind), this);
            End();
            return;
        }

        Log.Debug("Successfully bound to [{0}]", local);
        Watch(bind.Handler);
        commander.Tell(new Udp.Bound(local), this);
    }

    private void OnUnbind(IActorRef sender)
    {
        Log.Debug("Unbinding endpoint [{0}]", bind.LocalAddress);
        // The port is free before the answer says so, and the answer comes before the news of the death.
        Close();
        sender.Tell(Udp.Unbound.Instance, this);
        Terminate();
    }
}
