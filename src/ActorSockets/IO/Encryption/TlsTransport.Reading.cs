using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO.Encryption;

/// <content>Reading: whole records only.</content>
internal sealed partial class TlsTransport
{
    /// <summary>How often the socket is read for records without data before others get their turn.</summary>
    private const int MaxFruitlessReads = 4;

    // Ciphertext that was received and has not been decrypted.
    private RentedBytes _input;

    // What was decrypted beyond what the owner had room for.
    private RentedBytes _plain;

    // While TryRead runs: the thread's input buffer, what of it is left, and what of that is the record at its head.
    private byte[] _records = [];
    private int _recordsStart;
    private int _recordsEnd;
    private int _recordLeft;

    // How reading ends, once that is known; what was decrypted before is delivered first.
    private IoResult? _end;
    private bool _isEndTold;

    // Records without data have kept the loop busy for long enough.
    private bool _isResting;
    private LoopAction? _goOn;

    // An error that was met while discarding, for whoever asks.
    private SocketError _readError;

    private ReadOnlySpan<byte> Records => _records.AsSpan(_recordsStart, _recordsEnd - _recordsStart);

    public override IoResult TryRead(Span<byte> buffer)
    {
        var moved = _plain.Take(buffer);
        if (moved == 0 && _end is null && !_isClosed)
        {
            moved = Decrypt(buffer);
        }

        _isEndTold |= moved == 0 && _end is not null;
        UpdateReadiness();
        return moved > 0 ? IoResult.Moved(moved) : _end ?? IoResult.WouldBlock;
    }

    int ICiphertext.Read(Span<byte> buffer)
    {
        if (_recordLeft == 0)
        {
            if (!TlsRecord.IsWhole(Records))
            {
                throw NoRecordException.Instance;
            }

            _recordLeft = TlsRecord.LengthOf(Records);
        }

        var count = Math.Min(_recordLeft, buffer.Length);
        Records[..count].CopyTo(buffer);
        _recordsStart += count;
        _recordLeft -= count;
        return count;
    }

    /// <summary>As many records as there is room for; the socket is read only while there is none.</summary>
    private int Decrypt(Span<byte> buffer)
    {
        var scratch = TlsScratch.Current;
        _records = scratch.Input;
        _recordsStart = 0;
        _recordsEnd = _input.Take(_records);
        var moved = 0;
        var reads = 0;
        while (HasNext(moved, buffer.Length) || (moved == 0 && TryReceive(buffer.Length, ref reads)))
        {
            moved += DecryptNext(buffer[moved..], scratch.Plain);
        }

        _input.Add(Records);
        _records = [];
        return moved;
    }

    /// <summary>A record is never longer decrypted than encrypted, so what fits here fits.</summary>
    private bool HasNext(int moved, int room) =>
        _end is null && TlsRecord.IsWhole(Records) && (moved == 0 || moved + TlsRecord.LengthOf(Records) <= room);

    private bool TryReceive(int wanted, ref int reads)
    {
        if (_end is null && TlsRecord.LengthOf(Records) == TlsRecord.None)
        {
            _end = Fail("What the peer sent is no TLS record.");
        }

        if (_end is not null || !_inner.IsReadReady)
        {
            return false;
        }

        if (reads++ == MaxFruitlessReads)
        {
            Rest();
            return false;
        }

        return TryReceive(wanted);
    }

    /// <summary>Not much more than is wanted: what is decrypted later has to be kept until then.</summary>
    private bool TryReceive(int wanted)
    {
        Records.CopyTo(_records);
        _recordsEnd -= _recordsStart;
        _recordsStart = 0;
        var most = Math.Min(_records.Length - _recordsEnd, Math.Max(wanted, TlsRecord.MaxBytes));
        var result = _inner.TryRead(_records.AsSpan(_recordsEnd, most));
        _recordsEnd += result.Bytes;
        if (result.IsEndOfStream)
        {
            // RFC 8446, 6.1: only a close_notify says that nothing has been cut off.
            _end = Fail("The peer ended the connection without a close_notify: what it sent may have been cut off.");
        }
        else if (result.IsError)
        {
            _end = result;
        }

        return result.Bytes > 0;
    }

    /// <summary>Decrypts what is at the head, and passes over records that bring no data.</summary>
    private int DecryptNext(Span<byte> buffer, byte[] plain)
    {
        try
        {
            if (!TlsRecord.IsWhole(Records))
            {
                return 0;
            }

            var count = _ssl.Read(plain, 0, plain.Length);
            if (count == 0)
            {
                _end = IoResult.EndOfStream;
            }

            var fits = Math.Min(count, buffer.Length);
            plain.AsSpan(0, fits).CopyTo(buffer);
            _plain.Add(plain.AsSpan(fits, count - fits));
            return fits;
        }
        catch (NoRecordException)
        {
            // A session ticket, say, and nothing behind it.
            return 0;
        }
        catch (Exception e)
        {
            // The peer has sent an alert, or what is no message of this session: nothing can be read any more.
            _end = Fail(TlsFailures.Describe(e));
            return 0;
        }
    }

    private void Rest()
    {
        _isResting = true;
        Loop.Schedule(_goOn ??= new LoopAction(GoOn));
    }

    private void GoOn()
    {
        _isResting = false;
        if (!_isClosed)
        {
            ((ITransportOwner)this).OnReadable();
        }
    }

    /// <summary>
    /// RFC 8446, 6.1: "Any data received after a closure alert has been received MUST be ignored." It is read all the
    /// same, because a reset may be behind it.
    /// </summary>
    private void DiscardRest()
    {
        for (var n = 0; _inner.IsReadReady; n++)
        {
            if (n == MaxFruitlessReads)
            {
                Rest();
                return;
            }

            var result = _inner.TryRead(TlsScratch.Current.Input);
            if (result.IsError)
            {
                _readError = result.Error;
            }
        }
    }

    /// <summary>What is here already counts: no edge will tell of it.</summary>
    private void UpdateReadiness() => IsReadReady = !_isClosed
        && (!_plain.IsEmpty || (_end is not null ? !_isEndTold : !_isResting && (IsDecided || _inner.IsReadReady)));

    /// <summary>Whether more bytes would not change what is known of the next record.</summary>
    private bool IsDecided => TlsRecord.LengthOf(_input.Span) == TlsRecord.None || TlsRecord.IsWhole(_input.Span);
}
