using System.Net.Sockets;
using System.Security.Authentication;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO.Encryption;

/// <summary>
/// The handshake of one connection. The loop's thread moves the bytes and keeps the time; the arithmetic is done by a
/// <see cref="HandshakeConversation"/> on the pool, one step at a time, from one record to the next.
/// </summary>
/// <remarks>
/// <code>
/// state    event                                   next
/// Hello    a whole record                          Working (a server's conversation begins)
/// Working  the conversation wants a record         Waiting
/// Waiting  a whole record                          Working
/// Working  the conversation has ended              over (OnSecured, or OnHandshakeFailed)
/// all      end, error, no TLS, too long, time-out  over (OnHandshakeFailed)
///          cancelled                               over
/// </code>
/// A peer that stalls in Hello costs a socket and no more than it has sent.
/// </remarks>
internal sealed class TlsHandshake : ITransportOwner, IExpiring
{
    private readonly Transport _transport;
    private readonly HandshakeContext _context;
    private readonly HandshakeConversation _conversation;
    private readonly IHandshakeOwner _owner;
    private readonly bool _isServer;
    private bool _hasBegun;
    private int _received;
    private bool _isOver;

    public TlsHandshake(
        Transport transport, TlsOption option, string host, HandshakeContext context, IHandshakeOwner owner)
    {
        _transport = transport;
        _context = context;
        _owner = owner;
        _isServer = option is TlsServerOption;
        _conversation = new HandshakeConversation(this, option, host);
        Timeout = option.HandshakeTimeout ?? context.Settings.HandshakeTimeout;
    }

    public DateTimeOffset? Deadline { get; private set; }

    public IoLoop Loop => _transport.Loop;

    /// <summary>Whether it waits for its peer. Any thread.</summary>
    public bool IsStalled => _conversation.IsWaiting;

    private TimeSpan Timeout { get; }

    /// <summary>
    /// On the loop's thread. Throws what attaching the transport throws; the transport is closed then.
    /// </summary>
    public void Begin()
    {
        Deadline = _context.Deadlines.Now + Timeout;
        _context.Deadlines.Add(this);
        try
        {
            _transport.Attach(this);
        }
        catch
        {
            _isOver = true;
            _transport.Close();
            throw;
        }

        if (!_isServer)
        {
            Start();
        }
        else
        {
            OnReadable();
        }
    }

    /// <summary>
    /// Gives up and resets the connection; the owner hears nothing. On the loop's thread, idempotent.
    /// </summary>
    public void Cancel()
    {
        if (TryEnd())
        {
            _transport.Abort();
            _conversation.GiveUp(_context.Workers);
        }
    }

    /// <summary>Gives up, and tells the owner why. On the loop's thread.</summary>
    public void Fail(Exception cause)
    {
        if (!_isOver)
        {
            Cancel();
            _owner.OnHandshakeFailed(cause);
        }
    }

    public void OnReadable()
    {
        while (!_isOver && _conversation.IsWaiting && !HasRecord() && !_isOver && _transport.IsReadReady)
        {
            Receive();
        }
    }

    public void OnWritable() => Flush();

    public void OnDeadline() => Fail(new TimeoutException($"The TLS handshake took longer than {Timeout}."));

    public void OnEngineStopping() => Cancel();

    /// <summary>The conversation has something to send.</summary>
    public void Flush()
    {
        if (!_isOver && !_conversation.TrySend(_transport, out var error))
        {
            Fail(new SocketException((int)error));
        }
    }

    /// <summary>The conversation has agreed. What it has not sent yet goes first.</summary>
    public void OnAgreed()
    {
        if (TryEnd())
        {
            _owner.OnSecured(_conversation.ToTransport(_transport));
        }
        else
        {
            _conversation.Dispose();
        }
    }

    /// <summary>The conversation has failed; the peer gets to see the alert that says so.</summary>
    public void OnDisagreed(Exception cause)
    {
        _conversation.Dispose();
        if (TryEnd())
        {
            LingeringClose.Begin(_transport, _context.Deadlines, _context.CloseLinger);
            _owner.OnHandshakeFailed(cause);
        }
    }

    private bool TryEnd()
    {
        var isFirst = !_isOver;
        _isOver = true;
        Deadline = null;
        return isFirst;
    }

    private void Start()
    {
        _hasBegun = true;
        _conversation.Begin(_context.Workers);
    }

    /// <summary>Whether there is one, and the conversation has got it.</summary>
    private bool HasRecord()
    {
        var input = _conversation.Input;
        if (TlsRecord.LengthOf(input) == TlsRecord.None || (!_hasBegun && !TlsRecord.MayBeHello(input)))
        {
            Fail(new AuthenticationException(TlsRecord.Guess(input)));
            return false;
        }

        if (!TlsRecord.IsWhole(input))
        {
            return false;
        }

        if (_hasBegun)
        {
            _conversation.Continue(_context.Workers);
        }
        else
        {
            Start();
        }

        return true;
    }

    private void Receive()
    {
        var buffer = TlsScratch.Current.Input.AsSpan(0, TlsRecord.MaxBytes);
        var result = _transport.TryRead(buffer);
        _received += result.Bytes;
        if (result.IsEndOfStream)
        {
            Fail(new IOException("The peer closed the connection during the TLS handshake."));
        }
        else if (result.IsError)
        {
            Fail(new SocketException((int)result.Error));
        }
        else if (_received > _context.Settings.MaxHandshakeBytes)
        {
            var most = _context.Settings.MaxHandshakeBytes;
            Fail(new AuthenticationException($"The peer sent more than {most} bytes before the handshake was over."));
        }
        else
        {
            _conversation.AddInput(buffer[..result.Bytes]);
        }
    }
}
