using System.Net.Sockets;

namespace ActorSockets.Tests.IO.Tls;

/// <summary>
/// Between an SslStream and its socket: keeps what was received, and sends in pieces. Who reads has the lock, and lets
/// it go while there is nothing to decrypt.
/// </summary>
internal sealed class WireStream(Socket socket, int pieces, SemaphoreSlim decryption) : Stream
{
    // tcp(7): TCP_INFO, which begins with the state; include/net/tcp_states.h.
    private const int TcpLevel = 6;
    private const int TcpInfo = 11;
    private const byte CloseWait = 8;

    private readonly List<byte> _received = [];
    private bool _hasEnded;

    /// <summary>
    /// Whether the peer's FIN has been read, and ours not been sent. A reset that a send was told of reads as an end,
    /// too.
    /// </summary>
    public bool HasEnded
    {
        get
        {
            Span<byte> info = stackalloc byte[1];
            return _hasEnded && socket.GetRawSocketOption(TcpLevel, TcpInfo, info) > 0 && info[0] == CloseWait;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The types of the records that have been received.</summary>
    public IReadOnlyList<byte> RecordTypes()
    {
        var types = new List<byte>();
        for (var at = 0; at + 5 <= _received.Count; at += 5 + ((_received[at + 3] << 8) | _received[at + 4]))
        {
            types.Add(_received[at]);
        }

        return types;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        decryption.Release();
        try
        {
            var count = await socket.ReceiveAsync(buffer, cancellationToken);
            _received.AddRange(buffer.Span[..count]);
            _hasEnded |= count == 0 && buffer.Length > 0;
            return count;
        }
        catch (SocketException e)
        {
            // As a network stream says it, for SslStream to hand on.
            throw new IOException(e.Message, e);
        }
        finally
        {
            await decryption.WaitAsync(CancellationToken.None);
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            for (var most = pieces > 0 ? pieces : int.MaxValue; !buffer.IsEmpty;)
            {
                var piece = buffer[..Math.Min(most, buffer.Length)];
                buffer = buffer[await socket.SendAsync(piece, cancellationToken)..];
            }
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is held back.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
