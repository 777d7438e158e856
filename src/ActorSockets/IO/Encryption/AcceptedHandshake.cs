using ActorSockets.IO.Engine;

namespace ActorSockets.IO.Encryption;

/// <summary>A connection that was accepted and is not secured yet. On its loop's thread.</summary>
internal sealed class AcceptedHandshake : IHandshakeOwner
{
    private readonly TlsAcceptance _acceptance;
    private readonly Transport _transport;
    private readonly TlsHandshake _handshake;

    public AcceptedHandshake(TlsAcceptance acceptance, Transport transport, TlsOption option, HandshakeContext context)
    {
        _acceptance = acceptance;
        _transport = transport;
        _handshake = new TlsHandshake(transport, option, "", context, this);
        Node = new LinkedListNode<AcceptedHandshake>(this);
    }

    public LinkedListNode<AcceptedHandshake> Node { get; }

    public bool IsStalled => _handshake.IsStalled;

    public void Begin() => _handshake.Begin();

    /// <summary>Any thread.</summary>
    public void GiveUp(string why) => _transport.Loop.Schedule(
        new LoopAction(() => _handshake.Fail(new OperationCanceledException(why))));

    public void OnSecured(TlsTransport transport) => _acceptance.OnSecured(this, transport);

    public void OnHandshakeFailed(Exception cause) => _acceptance.OnFailed(this, _transport.RemoteEndPoint, cause);
}
