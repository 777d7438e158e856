using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.IO;

/// <summary>The socket side of UDP: sends, in order, what has been told to it, a batch at a time.</summary>
/// <remarks>
/// What waits for the kernel, or for the address of a name, is bounded in bytes; beyond that a send is answered with
/// <c>CommandFailed</c>. Datagrams for a name that is not known yet wait apart: those for others overtake them.
/// </remarks>
internal abstract class UdpSocket(UdpRuntime runtime, IoLoop loop)
    : LoopActorRef(runtime.System, runtime.Manager, loop), IDatagramOwner, IFlushable
{
    private readonly Queue<PendingDatagram> _unsent = new();
    private readonly UnresolvedSends _unresolved = new();

    // Of both.
    private long _unsentBytes;
    private DatagramSocket? _socket;
    private AddressFamily _family;
    private bool _isDualMode;
    private bool _isFlushRequested;

    protected UdpRuntime Runtime { get; } = runtime;

    protected IoLoop Loop { get; } = loop;

    /// <summary>Null until it has been taken.</summary>
    protected DatagramSocket? Datagrams => _socket;

    public virtual void OnReadable()
    {
        // A sender is not told of what comes in.
    }

    void IDatagramOwner.OnWritable() => FlushUnsent();

    void IDatagramOwner.OnEngineStopping() => Terminate();

    void IFlushable.Flush()
    {
        _isFlushRequested = false;
        FlushUnsent();
    }

    protected override void OnTerminated(IActorRef actor) => End();

    protected override void OnStop() => End();

    /// <summary>The answer about a name, for sends that were refused when this ended.</summary>
    protected override bool IsIgnoredWhenDead(object message) => message is Dns.Resolved;

    /// <summary>The socket is this actor's from here on.</summary>
    protected void Take(Socket socket, bool receives)
    {
        try
        {
            _family = socket.AddressFamily;
            _isDualMode = _family == AddressFamily.InterNetworkV6 && socket.DualMode;
            _socket = Loop.Open(socket, this, Runtime.BuffersOf(Loop), receives);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    protected void OnSend(Udp.Send send, IActorRef sender)
    {
        var datagram = new PendingDatagram(send.Payload, null, send, sender);
        if (!IsWorthSending(datagram))
        {
            return;
        }

        switch (send.Target)
        {
            case IPEndPoint target when AddressFor(target) is { } address:
                Enqueue(datagram with { Target = address });
                break;
            case DnsEndPoint name:
                Resolve(name.Host, datagram);
                break;
            default:
                Refuse(datagram, "this socket cannot reach such an address");
                break;
        }
    }

    /// <summary>To the one peer of a connected socket.</summary>
    protected void OnSend(UdpConnected.Send send, IActorRef sender)
    {
        var datagram = new PendingDatagram(send.Payload, null, send, sender);
        if (IsWorthSending(datagram))
        {
            Enqueue(datagram);
        }
    }

    protected void OnResolved(Dns.Resolved resolved)
    {
        foreach (var datagram in _unresolved.Take(resolved.Name))
        {
            _unsentBytes -= datagram.Cost;
            if (Choose(resolved) is { } address)
            {
                var port = ((DnsEndPoint)((Udp.Send)datagram.Command).Target).Port;
                Enqueue(datagram with { Target = new IPEndPoint(address, port) });
            }
            else
            {
                Refuse(datagram, resolved.Exception?.Message ?? "the name has no address that could be used");
            }
        }
    }

    /// <summary>
    /// What has been told to it before still goes out if the kernel takes it now; the senders of the rest hear that it
    /// does not.
    /// </summary>
    protected void Close() => Uninterrupted(() =>
    {
        FlushUnsent();
        _socket?.Close();
        foreach (var datagram in _unsent.Concat(_unresolved.TakeAll()))
        {
            Refuse(datagram, "the socket was closed");
        }

        _unsent.Clear();
    });

    protected void End()
    {
        Close();
        Terminate();
    }

    /// <summary>
    /// An empty one is acknowledged and not sent: Akka.IO's rule. One that cannot be taken is refused here.
    /// </summary>
    private bool IsWorthSending(PendingDatagram datagram)
    {
        if (datagram.Payload.IsEmpty)
        {
            Acknowledge(datagram);
            return false;
        }

        var isTooLong = datagram.Payload.Count > DatagramBuffers.MaxPayload;
        if (!isTooLong && (_unsentBytes == 0 || _unsentBytes + datagram.Cost <= Runtime.Settings.MaxUnsentBytes))
        {
            return true;
        }

        Refuse(datagram, isTooLong ? "no datagram is that long" : "too much is waiting to be sent");
        return false;
    }

    private void Enqueue(PendingDatagram datagram)
    {
        _unsent.Enqueue(datagram);
        _unsentBytes += datagram.Cost;
        if (_socket!.IsWriteBlocked)
        {
            return;
        }

        // What fills a send goes at once: a turn of the loop may bring a great many.
        if (_unsent.Count >= _socket.Buffers.Batch || _unsentBytes >= DatagramBuffers.MaxPayload)
        {
            FlushUnsent();
        }
        else if (!_isFlushRequested)
        {
            _isFlushRequested = true;
            Loop.FlushAtEndOfTurn(this);
        }
    }

    /// <summary>Not to be interrupted: whoever is acknowledged may send the next on the spot.</summary>
    private void FlushUnsent()
    {
        var wasBusy = IsBusy;
        IsBusy = true;
        try
        {
            while (_unsent.Count > 0 && !_socket!.IsWriteBlocked)
            {
                SendBatch(_socket);
            }
        }
        finally
        {
            IsBusy = wasBusy;
        }
    }

    private void SendBatch(DatagramSocket socket)
    {
        Gather(socket.Buffers);
        var error = socket.Send(out var sent);
        if (Runtime.IsTracing)
        {
            Log.Debug("Sent {0} datagrams", sent);
        }

        for (var i = 0; i < sent; i++)
        {
            Acknowledge(Dequeue());
        }

        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            Refuse(Dequeue(), SocketErrors.Describe(error));
        }
    }

    private void Gather(DatagramBuffers buffers)
    {
        buffers.ClearOutgoing();
        foreach (var datagram in _unsent)
        {
            if (!buffers.TryAddOutgoing(datagram.Payload, datagram.Target))
            {
                return;
            }
        }
    }

    private PendingDatagram Dequeue()
    {
        var datagram = _unsent.Dequeue();
        _unsentBytes -= datagram.Cost;
        return datagram;
    }

    private void Acknowledge(PendingDatagram datagram)
    {
        if (datagram.Ack is { } ack)
        {
            datagram.Commander.Tell(ack, this);
        }
    }

    /// <summary>The failure has no room for a cause, so the log has it.</summary>
    private void Refuse(PendingDatagram datagram, string why)
    {
        Log.Debug("{0} failed: {1}", datagram.Command, why);
        datagram.Commander.Tell(datagram.Failure, this);
    }

    private void Resolve(string name, PendingDatagram datagram)
    {
        _unsentBytes += datagram.Cost;
        if (_unresolved.Add(name, datagram) && Dns.ResolveName(name, ActorSystem, this) is { } known)
        {
            OnResolved(known);
        }
    }

    /// <summary>IPv4 first, as for TCP connections.</summary>
    private IPAddress? Choose(Dns.Resolved resolved) => resolved.Ipv4.Concat(resolved.Ipv6).FirstOrDefault(
        address => address.AddressFamily == _family || _isDualMode);

    /// <summary>An IPv6 socket reaches IPv4 addresses unless the system says no; an IPv4 socket only those.</summary>
    private IPEndPoint? AddressFor(IPEndPoint target)
    {
        if (target.AddressFamily == _family || target.AddressFamily == AddressFamily.InterNetwork)
        {
            return target;
        }

        return target.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(target.Address.MapToIPv4(), target.Port) : null;
    }
}
