using System.Net;
using ActorSockets.IO.Engine;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO.Encryption;

/// <summary>What a listener with a <see cref="TlsServerOption"/> does with each connection before anybody hears of it.
/// </summary>
internal sealed class TlsAcceptance
{
    private readonly TcpRuntime _runtime;
    private readonly Tcp.Bind _bind;
    private readonly TlsServerOption _option;
    private readonly Inet.SocketOption[] _others;
    private readonly HalfOpenHandshakes _halfOpen;

    public TlsAcceptance(TcpRuntime runtime, Tcp.Bind bind, TlsServerOption option, Inet.SocketOption[] others)
    {
        option.Prepare(runtime.Log);
        _runtime = runtime;
        _bind = bind;
        _option = option;
        _others = others;
        var most = option.MaxHalfOpenHandshakes ?? runtime.IoSettings.Tls.MaxHalfOpenHandshakes;
        _halfOpen = new HalfOpenHandshakes(most);
    }

    /// <summary>
    /// On the transport's loop. Throws what an option's hook, or the system, throws: it is closed then.
    /// </summary>
    public void Begin(Transport transport)
    {
        var handshake = new AcceptedHandshake(this, transport, _option, _runtime.HandshakesIn(transport.Loop));
        RunHooks(transport);
        _option.OnBegun();
        _halfOpen.Enter(handshake)?.GiveUp("There were too many TLS handshakes at once.");
        try
        {
            handshake.Begin();
        }
        catch
        {
            _halfOpen.Leave(handshake);
            _option.OnEnded(isFailure: true);
            throw;
        }
    }

    /// <summary>The port is closed: what is not a connection yet will never be one. Any thread.</summary>
    public void Close()
    {
        foreach (var handshake in _halfOpen.Close())
        {
            handshake.GiveUp("The listener has been closed.");
        }
    }

    public void OnSecured(AcceptedHandshake handshake, TlsTransport transport)
    {
        _halfOpen.Leave(handshake);
        _option.OnEnded(isFailure: false);
        new TcpConnection(_runtime, transport.Loop, _bind.Handler, _bind.PullMode).Begin(transport, []);
    }

    public void OnFailed(AcceptedHandshake handshake, EndPoint remote, Exception cause)
    {
        _halfOpen.Leave(handshake);
        _option.OnEnded(isFailure: true);
        _runtime.Log.Debug("No TLS connection with [{0}]: {1}", remote, TlsFailures.Describe(cause));
    }

    private void RunHooks(Transport transport)
    {
        try
        {
            foreach (var option in _others)
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
}
