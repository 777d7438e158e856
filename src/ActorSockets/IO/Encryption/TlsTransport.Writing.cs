using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO.Encryption;

/// <content>Writing: bytes count as written when their ciphertext is the kernel's.</content>
internal sealed partial class TlsTransport
{
    // Ciphertext that the kernel has not taken.
    private RentedBytes _unsent;

    // How many of the bytes that will be offered next are in there already.
    private int _offered;

    // While something is encrypted: how much of the thread's output buffer is filled.
    private int _outputCount;
    private SocketError _writeError;
    private bool _hasSentEnd;
    private bool _isEndPending;

    public override IoResult TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (_writeError == SocketError.Success && !IsWriteBlocked)
        {
            FlushUnsent();
        }

        if (_writeError != SocketError.Success || IsWriteBlocked)
        {
            return _writeError != SocketError.Success ? IoResult.Failed(_writeError) : IoResult.WouldBlock;
        }

        var count = _offered > 0 ? _offered : Encrypt(bytes);
        _offered = IsWriteBlocked ? count : 0;
        return _writeError != SocketError.Success ? IoResult.Failed(_writeError)
            : IsWriteBlocked ? IoResult.WouldBlock : IoResult.Moved(count);
    }

    public override SocketError ShutdownSend()
    {
        if (!_hasSentEnd)
        {
            _hasSentEnd = true;
            _isEndPending = true;
            EncryptEnd();
        }

        FlushUnsent();
        return _writeError;
    }

    void ICiphertext.Write(ReadOnlySpan<byte> bytes)
    {
        var output = TlsScratch.Current.Output;
        if (_unsent.IsEmpty && bytes.Length <= output.Length - _outputCount)
        {
            bytes.CopyTo(output.AsSpan(_outputCount));
            _outputCount += bytes.Length;
            return;
        }

        _unsent.Add(output.AsSpan(0, _outputCount));
        _outputCount = 0;
        _unsent.Add(bytes);
    }

    private int Encrypt(ReadOnlySpan<byte> bytes)
    {
        var chunk = bytes[..Math.Min(bytes.Length, TlsScratch.MaxChunkBytes)];
        try
        {
            _ssl.Write(chunk);
        }
        catch (Exception e)
        {
            OnEncryptionFailed(e);
        }

        SendOutput();
        return chunk.Length;
    }

    private void EncryptEnd()
    {
        try
        {
            // Completes at once, as the stream below does.
            _ = _ssl.ShutdownAsync();
        }
        catch (Exception e)
        {
            OnEncryptionFailed(e);
        }

        SendOutput();
    }

    /// <summary>The session has failed before; nothing can be sent in it.</summary>
    private void OnEncryptionFailed(Exception e)
    {
        Fail(TlsFailures.Describe(e));
        _writeError = SocketError.SocketError;
    }

    private void SendOutput()
    {
        var output = TlsScratch.Current.Output;
        var sent = _unsent.IsEmpty ? Send(output.AsSpan(0, _outputCount)) : 0;
        _unsent.Add(output.AsSpan(sent, _outputCount - sent));
        _outputCount = 0;
        IsWriteBlocked = !_unsent.IsEmpty && _writeError == SocketError.Success;
    }

    private void FlushUnsent()
    {
        _unsent.Remove(Send(_unsent.Span));
        IsWriteBlocked = !_unsent.IsEmpty && _writeError == SocketError.Success;
        if (_unsent.IsEmpty && _isEndPending && _writeError == SocketError.Success)
        {
            _isEndPending = false;
            _writeError = _inner.ShutdownSend();
        }
    }

    /// <summary>How much the kernel took.</summary>
    private int Send(ReadOnlySpan<byte> bytes)
    {
        var sent = 0;
        while (sent < bytes.Length && !_inner.IsWriteBlocked && _writeError == SocketError.Success)
        {
            var result = _inner.TryWrite(bytes[sent..]);
            _writeError = result.Error;
            sent += result.Bytes;
            if (result.IsWouldBlock)
            {
                break;
            }
        }

        return sent;
    }
}
