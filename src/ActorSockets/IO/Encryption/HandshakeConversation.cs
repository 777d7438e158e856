using System.Net.Security;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO.Encryption;

/// <summary>
/// The <see cref="SslStream"/> while it shakes hands. Each step, from one record of the peer's to the next that it
/// wants, runs in one piece on a thread of the <see cref="HandshakeWorkers"/>.
/// </summary>
/// <remarks>
/// The input belongs to the loop's thread while <see cref="IsWaiting"/>, otherwise to the step, which begins to wait
/// under the lock. The output is both's, under the lock.
/// </remarks>
internal sealed class HandshakeConversation : ICiphertext, IValueTaskSource<int>, IDisposable
{
    private readonly object _lock = new();
    private readonly TlsHandshake _handshake;
    private readonly TlsOption _option;
    private readonly string _host;
    private readonly LoopAction _onWaiting;
    private readonly LoopAction _onOutput;
    private RecordStream? _stream;
    private SslStream? _ssl;
    private TlsSession? _session;
    private RentedBytes _input;
    private RentedBytes _output;

    // What is left of the record that is being taken.
    private int _recordLeft;

    // While waiting: where the next record goes, and who is told.
    private ManualResetValueTaskSourceCore<int> _read;
    private Memory<byte> _wanted;
    private volatile bool _isWaiting = true;
    private bool _isGivenUp;

    public HandshakeConversation(TlsHandshake handshake, TlsOption option, string host)
    {
        _handshake = handshake;
        _option = option;
        _host = host;
        _onWaiting = new LoopAction(handshake.OnReadable);
        _onOutput = new LoopAction(handshake.Flush);
    }

    /// <summary>Whether it wants a record, or has not begun. Any thread.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>What has been received and not taken. For the loop, while waiting.</summary>
    public ReadOnlySpan<byte> Input => _input.Span;

    /// <summary>For the loop, while waiting.</summary>
    public void AddInput(ReadOnlySpan<byte> bytes) => _input.Add(bytes);

    /// <summary>The first step.</summary>
    public void Begin(HandshakeWorkers workers)
    {
        _isWaiting = false;
        workers.Queue(() => _ = RunAsync());
    }

    /// <summary>The next step: a record is there.</summary>
    public void Continue(HandshakeWorkers workers)
    {
        _isWaiting = false;
        workers.Queue(() =>
        {
            TryTake(_wanted.Span, out var count);
            _read.SetResult(count);
        });
    }

    /// <summary>It will end soon, and tell the handshake.</summary>
    public void GiveUp(HandshakeWorkers workers)
    {
        bool wasWaiting;
        lock (_lock)
        {
            _isGivenUp = true;
            wasWaiting = _isWaiting;
            _isWaiting = false;
        }

        if (_stream is null && wasWaiting)
        {
            // It has not begun.
            Dispose();
        }
        else if (wasWaiting)
        {
            workers.Queue(() => _read.SetException(GivenUp()));
        }
    }

    /// <summary>Sends as much as can be sent at present; false when the transport has failed.</summary>
    public bool TrySend(Transport transport, out SocketError error)
    {
        error = SocketError.Success;
        lock (_lock)
        {
            while (!_output.IsEmpty && !transport.IsWriteBlocked && error == SocketError.Success)
            {
                var result = transport.TryWrite(_output.Span);
                _output.Remove(result.Bytes);
                error = result.Error;
                if (result.IsWouldBlock)
                {
                    break;
                }
            }
        }

        return error == SocketError.Success;
    }

    /// <summary>After it has agreed: what goes on with the connection. Nothing is left here.</summary>
    public TlsTransport ToTransport(Transport inner)
    {
        var transport = new TlsTransport(inner, _ssl!, _stream!, _session!, _input, _output);
        (_input, _output) = (default, default);
        return transport;
    }

    public void Dispose()
    {
        _ssl?.Dispose();
        _input.Clear();
        _output.Clear();
    }

    int ICiphertext.Read(Span<byte> buffer) => throw new NotSupportedException("A handshake is asynchronous.");

    ValueTask<int> ICiphertext.ReadAsync(Memory<byte> buffer)
    {
        ValueTask<int> pending;
        lock (_lock)
        {
            if (_isGivenUp)
            {
                throw GivenUp();
            }

            if (TryTake(buffer.Span, out var count))
            {
                return new ValueTask<int>(count);
            }

            _wanted = buffer;
            _read.Reset();
            pending = new ValueTask<int>(this, _read.Version);
            _isWaiting = true;
        }

        _handshake.Loop.Schedule(_onWaiting);
        return pending;
    }

    void ICiphertext.Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            _output.Add(bytes);
        }

        _handshake.Loop.Schedule(_onOutput);
    }

    int IValueTaskSource<int>.GetResult(short token) => _read.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _read.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _read.OnCompleted(continuation, state, token, flags);

    private static IOException GivenUp() => new("The handshake has been given up.");

    private async Task RunAsync()
    {
        try
        {
            var stream = new RecordStream(this);
            _ssl = new SslStream(stream, leaveInnerStreamOpen: true);
            _stream = stream;
            await _option.AuthenticateAsync(_ssl, _host).ConfigureAwait(false);
            _session = TlsSession.Of(_ssl);
            _handshake.Loop.Schedule(new LoopAction(_handshake.OnAgreed, Dispose));
        }
        catch (Exception e)
        {
            // The peer and we do not agree, a callback of the user's has thrown, or it has been given up.
            _handshake.Loop.Schedule(new LoopAction(() => _handshake.OnDisagreed(e), Dispose));
        }
    }

    /// <summary>At most the rest of one record, so that nothing of what follows the handshake is taken.</summary>
    private bool TryTake(Span<byte> buffer, out int count)
    {
        count = 0;
        if (_recordLeft == 0)
        {
            if (!TlsRecord.IsWhole(_input.Span))
            {
                return false;
            }

            _recordLeft = TlsRecord.LengthOf(_input.Span);
        }

        count = _input.Take(buffer[..Math.Min(buffer.Length, _recordLeft)]);
        _recordLeft -= count;
        return true;
    }
}
