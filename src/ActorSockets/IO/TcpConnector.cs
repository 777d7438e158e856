using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Encryption;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.IO;

/// <summary>
/// One outgoing connection while it is made: resolves the name, tries its addresses in turn, and ends by handing the
/// transport, secured by a TLS handshake where the options ask for it, to a <see cref="TcpConnection"/>, or with the
/// cause of the last failure.
/// </summary>
/// <remarks>
/// In name a child of the manager; watches the commander, whose death gives the attempt up.
/// <code>
/// state       message or event          next
/// Resolving   Dns.Resolved              Connecting; ended (CommandFailed) when there is no address
/// Connecting  connected, no TLS         ended (the connection sends Connected)
///             connected                 Handshaking
///             failed, addresses left    Connecting
///             failed                    ended (CommandFailed)
/// Handshaking secured                   ended (the connection sends Connected)
///             failed                    ended (CommandFailed)
/// all         time-out                  ended (CommandFailed)
///             commander dies, stop      ended
/// </code>
/// </remarks>
internal sealed class TcpConnector : LoopActorRef, IConnectOwner, IHandshakeOwner, IExpiring
{
    private readonly TcpRuntime _runtime;
    private readonly IoLoop _loop;
    private readonly Tcp.Connect _connect;
    private readonly IActorRef _commander;
    private Inet.SocketOption[] _options;
    private TlsClientOption? _tls;
    private TlsHandshake? _handshake;
    private readonly Queue<EndPoint> _candidates = new();
    private EndPoint? _candidate;
    private Exception? _lastFailure;
    private ConnectAttempt? _attempt;

    public TcpConnector(TcpRuntime runtime, IoLoop loop, Tcp.Connect connect, IActorRef commander)
        : base(runtime.System, runtime.Manager, loop)
    {
        _runtime = runtime;
        _loop = loop;
        _connect = connect;
        _commander = commander;
        _options = connect.Options?.ToArray() ?? [];
    }

    /// <summary>When resolving and connecting together have taken too long.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    protected override string Kind => "connector";

    /// <summary>Begins, on the loop's thread.</summary>
    public void Begin() => Uninterrupted(BeginUninterrupted);

    /// <summary>A commander that is dead already answers the watch at once: that is looked at after this.</summary>
    private void BeginUninterrupted()
    {
        Watch(_commander);
        var deadlines = _runtime.DeadlinesOf(_loop);
        Deadline = deadlines.Now + _connect.Timeout;
        deadlines.Add(this);
        if (!TryClaimTls())
        {
            return;
        }

        if (_connect.RemoteAddress is DnsEndPoint name)
        {
            Resolve(name);
        }
        else
        {
            _candidates.Enqueue(_connect.RemoteAddress);
            TryNext();
        }
    }

    void IExpiring.OnDeadline() =>
        Fail(new TimeoutException($"Connecting to {_connect.RemoteAddress} took longer than {_connect.Timeout}."));

    void IConnectOwner.OnConnected(Transport transport)
    {
        _attempt = null;
        if (_tls is not null)
        {
            Secure(transport, _tls);
            return;
        }

        Hand(transport, _options);
    }

    void IHandshakeOwner.OnSecured(TlsTransport transport)
    {
        _handshake = null;
        Hand(transport, []);
    }

    void IHandshakeOwner.OnHandshakeFailed(Exception cause)
    {
        _handshake = null;
        Fail(cause);
    }

    void IConnectOwner.OnConnectFailed(SocketError error)
    {
        _attempt = null;
        if (SocketErrors.IsBacklogFull(error))
        {
            _runtime.DeadlinesOf(_loop).Add(new Retry(this));
            return;
        }

        _lastFailure = Failure(error);
        // By way of the queue: an attempt may fail on the spot, inside TryNext.
        _loop.Schedule(new LoopAction(TryNext));
    }

    void IConnectOwner.OnEngineStopping() => Terminate();

    protected override void OnMessage(object message, IActorRef sender)
    {
        if (message is Dns.Resolved resolved && _connect.RemoteAddress is DnsEndPoint name)
        {
            OnResolved(resolved, name);
        }
        else
        {
            Unhandled(message, sender);
        }
    }

    protected override void OnTerminated(IActorRef actor) => End();

    protected override void OnStop() => End();

    protected override void OnFailure(Exception cause) => Fail(cause);

    private bool TryClaimTls()
    {
        try
        {
            _tls = TlsOption.Claim<TlsClientOption>(ref _options);
            return true;
        }
        catch (ArgumentException e)
        {
            // A server's option, or two of them.
            Fail(e);
            return false;
        }
    }

    private void Secure(Transport transport, TlsClientOption option)
    {
        try
        {
            RunHooks(transport);
            _handshake = new TlsHandshake(transport, option, HostName, _runtime.HandshakesIn(_loop), this);
            _handshake.Begin();
        }
        catch (Exception e)
        {
            // An option's hook has thrown, or the system is short of something; the transport is closed.
            Fail(e);
        }
    }

    /// <summary>Who the server has to prove to be, when the option does not say it.</summary>
    private string HostName => _connect.RemoteAddress switch
    {
        DnsEndPoint name => name.Host,
        IPEndPoint ip => ip.Address.ToString(),
        _ => "",
    };

    private void RunHooks(Transport transport)
    {
        try
        {
            foreach (var option in _options)
            {
                if (transport.Socket is { } socket)
                {
                    option.AfterConnect(socket);
                }
            }
        }
        catch
        {
            transport.Close();
            throw;
        }
    }

    private void Hand(Transport transport, Inet.SocketOption[] options)
    {
        var connection = new TcpConnection(_runtime, _loop, _commander, _connect.PullMode);
        try
        {
            connection.Begin(transport, options);
            End();
        }
        catch (Exception e)
        {
            // An option's hook has thrown; the connection has closed the transport.
            Fail(e);
        }
    }

    private void Resolve(DnsEndPoint name)
    {
        var cached = Dns.ResolveName(name.Host, ActorSystem, this);
        if (cached is not null)
        {
            OnResolved(cached, name);
        }
    }

    /// <summary>IPv4 first: where a host has both, its IPv6 is the one that is more often broken on the way.</summary>
    private void OnResolved(Dns.Resolved resolved, DnsEndPoint name)
    {
        if (_attempt is not null || _candidates.Count > 0)
        {
            return;
        }

        foreach (var address in resolved.Ipv4.Concat(resolved.Ipv6).Concat(MoreOf(name)).Distinct())
        {
            if (IsWanted(address, name.AddressFamily))
            {
                _candidates.Enqueue(new IPEndPoint(address, name.Port));
            }
        }

        _lastFailure = resolved.Exception ?? new ConnectException($"{name.Host} has no address that could be used.");
        TryNext();
    }

    private bool IsWanted(IPAddress address, AddressFamily family) =>
        (family == AddressFamily.Unspecified || family == address.AddressFamily)
        && !(_runtime.Settings.OutgoingSocketForceIpv4 && address.AddressFamily == AddressFamily.InterNetworkV6);

    /// <summary>
    /// RFC 6761, 6.3: the name localhost always means the loopback addresses. Many a hosts file has only one of them.
    /// </summary>
    private static IPAddress[] MoreOf(DnsEndPoint name) =>
        string.Equals(name.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            : [];

    private void TryNext()
    {
        if (IsTerminated)
        {
            return;
        }

        if (_candidates.TryDequeue(out _candidate))
        {
            Try(_candidate);
        }
        else
        {
            Fail(_lastFailure!);
        }
    }

    private void Try(EndPoint remote)
    {
        try
        {
            _attempt = Sockets.Connect(_loop, _connect, remote, _options, this);
        }
        catch (Exception e)
        {
            // The local address does not suit, or an option's hook has thrown: the same for every candidate, unless
            // they differ in family.
            _lastFailure = e;
            _loop.Schedule(new LoopAction(TryNext));
        }
    }

    /// <summary>ENOENT is for .NET an address that is not available: true, and of no help.</summary>
    private Exception Failure(SocketError error) =>
        error == SocketError.AddressNotAvailable && _candidate is UnixDomainSocketEndPoint path
            ? new FileNotFoundException($"There is no socket {path}")
            : new SocketException((int)error);

    private void Fail(Exception cause)
    {
        if (!IsTerminated)
        {
            _commander.Tell(new Tcp.CommandFailed(_connect).WithCause(cause), this);
            End();
        }
    }

    private void End()
    {
        Deadline = null;
        _attempt?.Cancel();
        _handshake?.Cancel();
        Terminate();
    }

    /// <summary>The listener is there and has no room: asked again, until the time is over.</summary>
    private sealed class Retry(TcpConnector connector) : IExpiring
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

        public DateTimeOffset? Deadline { get; } = connector._runtime.DeadlinesOf(connector._loop).Now + Pause;

        public void OnDeadline()
        {
            if (!connector.IsTerminated)
            {
                connector.Try(connector._candidate!);
            }
        }
    }
}
