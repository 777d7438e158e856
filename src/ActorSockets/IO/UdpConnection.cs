using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.IO;

/// <summary>A UDP socket with one peer: tells the handler of that peer's datagrams, and sends to it.</summary>
/// <remarks>
/// In name a child of the manager; watches the handler, whose death closes the socket. That the peer is not there is
/// no reason to end: it may come.
/// <code>
/// state       message or event                next
/// Resolving   Dns.Resolved                    Connected (Connected to the commander); ended (CommandFailed)
/// Connected   Send                            - (the ack, or CommandFailed, to the sender)
///             SuspendReading, ResumeReading   -
///             Disconnect                      ended (Disconnected to the sender)
/// Resolving   handler dies                    ended (CommandFailed to the commander)
/// Connected   handler dies                    ended
/// both        stop                            ended
/// </code>
/// </remarks>
internal sealed class UdpConnection(
    UdpRuntime runtime,
    IoLoop loop,
    UdpConnected.Connect connect,
    IActorRef commander)
    : UdpReceiver(runtime, loop, connect.Handler)
{
    protected override string Kind => "connection";

    /// <summary>Begins, on the loop's thread.</summary>
    public void Begin() => Uninterrupted(BeginUninterrupted);

    protected override object Received(ByteString data, IPEndPoint? sender) => new UdpConnected.Received(data);

    /// <summary>The handler. The commander has one answer to get, whatever becomes of the handler meanwhile.</summary>
    protected override void OnTerminated(IActorRef actor)
    {
        if (Datagrams is null)
        {
            Fail(new InvalidOperationException("The handler has died."));
        }
        else
        {
            End();
        }
    }

    protected override void OnMessage(object message, IActorRef sender)
    {
        if (Datagrams is null)
        {
            Resolving(message, sender);
        }
        else
        {
            Connected(message, sender);
        }
    }

    /// <summary>Entered when the peer is given by name; leaves with the answer.</summary>
    private void Resolving(object message, IActorRef sender)
    {
        if (message is Dns.Resolved resolved)
        {
            OnPeerResolved(resolved);
        }
        else
        {
            Unhandled(message, sender);
        }
    }

    /// <summary>Entered when the socket has its peer; leaves by Disconnect.</summary>
    private void Connected(object message, IActorRef sender)
    {
        switch (message)
        {
            case UdpConnected.Send send:
                OnSend(send, sender);
                break;
            case UdpConnected.SuspendReading:
                OnSuspendReading();
                break;
            case UdpConnected.ResumeReading:
                OnResumeReading();
                break;
            case UdpConnected.Disconnect:
                OnDisconnect(sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>A handler that is dead already answers the watch at once: that is looked at after this.</summary>
    private void BeginUninterrupted()
    {
        Watch(connect.Handler);
        if (connect.RemoteAddress is not DnsEndPoint name)
        {
            Connect([connect.RemoteAddress]);
        }
        else if (Dns.ResolveName(name.Host, ActorSystem, this) is { } known)
        {
            OnPeerResolved(known);
        }
    }

    private void OnPeerResolved(Dns.Resolved resolved)
    {
        var name = (DnsEndPoint)connect.RemoteAddress;
        var found = resolved.Ipv4.Concat(resolved.Ipv6)
            .Where(address => name.AddressFamily is AddressFamily.Unspecified
                || name.AddressFamily == address.AddressFamily)
            .Select(address => new IPEndPoint(address, name.Port))
            .ToArray();
        if (found.Length > 0)
        {
            Connect(found);
        }
        else
        {
            Fail(resolved.Exception ?? new ConnectException($"{name.Host} has no address that could be used."));
        }
    }

    /// <summary>The first that there is a route to: more cannot be known of a peer that has said nothing.</summary>
    private void Connect(IReadOnlyList<EndPoint> candidates)
    {
        Exception? lastFailure = null;
        foreach (var candidate in candidates)
        {
            try
            {
                var options = connect.Options?.ToArray() ?? [];
                Take(DatagramSockets.Connect(candidate, connect.LocalAddress, options), receives: true);
                Log.Debug("Successfully connected to [{0}]", candidate);
                commander.Tell(UdpConnected.Connected.Instance, this);
                return;
            }
            catch (Exception e)
            {
                // No route, or the local address does not suit, or a hook has thrown: another may be of the family
                // that it works with.
                lastFailure = e;
            }
        }

        Fail(lastFailure!);
    }

    private void Fail(Exception cause)
    {
        Log.Debug(
            "Failure while connecting UDP channel to remote address [{0}] local address [{1}]: {2}",
            connect.RemoteAddress,
            connect.LocalAddress,
            cause.Message);
        commander.Tell(new UdpConnected.CommandFailed(connect), this);
        End();
    }

    private void OnDisconnect(IActorRef sender)
    {
        Log.Debug("Closing UDP connection to [{0}]", connect.RemoteAddress);
        Close();
        sender.Tell(UdpConnected.Disconnected.Instance, this);
        Terminate();
    }
}
