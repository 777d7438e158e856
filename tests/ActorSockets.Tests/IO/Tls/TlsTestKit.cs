using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO.Tls;

/// <summary>Ways to a TLS connection whose other end is .NET's own.</summary>
public abstract class TlsTestKit(string engine, string more = "") : TcpTestKit(engine, more: more)
{
    private protected static TlsServerOption ServerOption => new(CertificateSource.From(TestCertificates.Localhost));

    private protected static TlsClientOption TrustingClient => new(TlsPeer.Trusting);

    private protected (IActorRef Listener, IPEndPoint EndPoint, TestProbe BindHandler) BindTls(
        TlsServerOption? option = null, bool pullMode = false, params Inet.SocketOption[] more)
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Bind(handler, pullMode, [option ?? ServerOption, .. more]);
        return (listener, (IPEndPoint)endPoint, handler);
    }

    private protected Secured ServeTls(
        TlsServerOption? option = null,
        SslClientAuthenticationOptions? peerOptions = null,
        bool keepOpenOnPeerClosed = false,
        bool useResumeWriting = true,
        bool pullMode = false,
        int pieces = 0,
        int? peerReceiveBuffer = null)
    {
        var (listener, endPoint, bindHandler) = BindTls(option, pullMode);
        listener.Tell(new Tcp.ResumeAccepting(1));
        var peer = Hold(TlsPeer.ConnectTo(endPoint, peerOptions, pieces, peerReceiveBuffer));
        bindHandler.ExpectMsg<Tcp.Connected>();
        var connection = bindHandler.LastSender;
        var handler = CreateTestProbe();
        connection.Tell(new Tcp.Register(handler, keepOpenOnPeerClosed, useResumeWriting), handler);
        Barrier(connection);
        return new Secured(peer, connection, handler);
    }

    private protected TlsSession SessionOf(IActorRef connection)
    {
        var probe = CreateTestProbe();
        probe.Send(connection, TlsSession.Get.Instance);
        return probe.ExpectMsg<TlsSession>();
    }

    private protected static SslClientAuthenticationOptions Only(SslProtocols protocol)
    {
        var options = TlsPeer.Trusting;
        options.EnabledSslProtocols = protocol;
        return options;
    }

    private protected sealed record Secured(TlsPeer Peer, IActorRef Connection, TestProbe Handler);
}
