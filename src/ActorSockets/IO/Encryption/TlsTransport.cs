using System.Net.Security;
using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO.Encryption;

/// <summary>
/// TLS over another transport, once the handshake is over: everything happens on the loop's thread and at once.
/// </summary>
/// <remarks>
/// The <see cref="SslStream"/> is only asked to read when a whole record is there, and is given one at a time, so that
/// it never waits and never holds bytes back: what it has decrypted and the owner had no room for is here, and counts
/// for <see cref="Transport.IsReadReady"/>. An idle connection holds no buffer, here or there.
/// </remarks>
internal sealed partial class TlsTransport : Transport, ITransportOwner, ICiphertext
{
    private readonly Transport _inner;
    private readonly SslStream _ssl;
    private ITransportOwner? _owner;
    private string? _failure;
    private bool _isClosed;

    /// <param name="inner">What carries the ciphertext; the new owner's to close, through this.</param>
    /// <param name="ssl">Authenticated, on <paramref name="stream"/>.</param>
    /// <param name="stream">Gets its ciphertext from here from now on.</param>
    /// <param name="session">What has been agreed.</param>
    /// <param name="input">What has been received behind the handshake.</param>
    /// <param name="output">What of the handshake is still to be sent.</param>
    public TlsTransport(
        Transport inner,
        SslStream ssl,
        RecordStream stream,
        TlsSession session,
        RentedBytes input,
        RentedBytes output)
        : base(inner.Loop, inner.LocalEndPoint, inner.RemoteEndPoint)
    {
        _inner = inner;
        _ssl = ssl;
        _input = input;
        _unsent = output;
        stream.Ciphertext = this;
        Session = session;
        IsWriteBlocked = !output.IsEmpty;
        UpdateReadiness();
    }

    public TlsSession Session { get; }

    public override bool MayHaveFailed => _readError != SocketError.Success || _inner.MayHaveFailed;

    public override bool SendsEndItself => true;

    public override Socket? Socket => _inner.Socket;

    public override void Attach(ITransportOwner owner)
    {
        _owner = owner;
        // Attached to the handshake already.
        _inner.HandOver(this);
    }

    public override void HandOver(ITransportOwner owner) => _owner = owner;

    public override SocketError TakePendingError()
    {
        var error = _readError;
        _readError = SocketError.Success;
        return error != SocketError.Success ? error : _inner.TakePendingError();
    }

    public override string Describe(SocketError error) => _failure ?? base.Describe(error);

    public override void Abort()
    {
        Release();
        _inner.Abort();
    }

    public override void Close()
    {
        if (!_isClosed && _failure is null)
        {
            // Whoever cares whether it arrives has called this before, and waited.
            ShutdownSend();
        }

        Release();
        _inner.Close();
    }

    void ITransportOwner.OnReadable()
    {
        if (_end is { IsEndOfStream: true })
        {
            DiscardRest();
        }

        UpdateReadiness();
        _owner!.OnReadable();
    }

    void ITransportOwner.OnWritable()
    {
        FlushUnsent();
        if (!IsWriteBlocked)
        {
            _owner!.OnWritable();
        }
    }

    void ITransportOwner.OnEngineStopping()
    {
        _owner!.OnEngineStopping();
        Release();
    }

    ValueTask<int> ICiphertext.ReadAsync(Memory<byte> buffer) => new(((ICiphertext)this).Read(buffer.Span));

    private IoResult Fail(string why)
    {
        _failure = why;
        return IoResult.Failed(SocketError.SocketError);
    }

    private void Release()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _ssl.Dispose();
            _input.Clear();
            _plain.Clear();
            _unsent.Clear();
            UpdateReadiness();
        }
    }
}
