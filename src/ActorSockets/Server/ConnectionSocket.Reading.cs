using System.Buffers;
using ActorSockets.Framing;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Server;

/// <content>Reading: from what the socket has received to the handler's mailbox, as far as there is credit.</content>
internal sealed partial class ConnectionSocket
{
    /// <summary>What a decoder that asks for more and more may gather beyond the largest frame: a header, a delimiter.
    /// It is the last line only: each framer knows better.</summary>
    private const int DecoderSlack = 4096;

    [ThreadStatic]
    private static ByteStringSegments? _segments;

    private readonly FrameDecoder _decoder;
    private InboundBuffer _unread;
    private InboundCredit _credit;
    private bool _hasPeerFinished;

    private void OnReceived(ByteString data)
    {
        if (_state > State.Waiting)
            return;

        if (_decoder.TakesReadsWhole)
        {
            Deliver(data, data.Count);
            GoOn(isDecoded: true);
            return;
        }

        var segments = _segments ??= new ByteStringSegments();
        foreach (var segment in segments.Of(data))
            Decode(segment);
        segments.Forget();
    }

    private void OnCreditReturned()
    {
        // First what is here already; that may use the credit up again.
        if (_state == State.Waiting)
            Decode(ArraySegment<byte>.Empty);
    }

    private void OnPeerFinished()
    {
        _hasPeerFinished = true;
        if (_state == State.Reading)
            EndInput();
    }

    private void Decode(ArraySegment<byte> fresh)
    {
        if (_state > State.Waiting)
            return;

        try
        {
            var input = _unread.With(fresh);
            var isDecoded = Decode(ref input);
            _unread.Keep((int)input.Length, fresh);
            GoOn(isDecoded);
        }
        catch (FrameException noFrame)
        {
            EndInput(new EndOfInput(noFrame.Reason, noFrame.Message, noFrame.Reply, isForHandler: false));
        }
    }

    /// <returns>False when there may be more frames, but no credit for them.</returns>
    private bool Decode(ref ReadOnlySequence<byte> input)
    {
        while (!input.IsEmpty)
        {
            if (!_credit.HasSome)
                return false;
            if (!TryDeliver(ref input))
                return true;
        }

        return true;
    }

    private bool TryDeliver(ref ReadOnlySequence<byte> input)
    {
        var before = input.Length;
        if (TryDecode(ref input, out var frame))
        {
            Deliver(frame, (int)(before - input.Length));
            return true;
        }

        if (before > _connection.Options.MaxFrameBytes + (long)DecoderSlack)
            throw FrameException.TooLong(_connection.Options.MaxFrameBytes);
        return false;
    }

    private bool TryDecode(ref ReadOnlySequence<byte> input, out object frame)
    {
        var before = input.Length;
        try
        {
            var isFrame = _decoder.TryDecode(ref input, out var decoded);
            frame = decoded!;
            if (isFrame && input.Length == before)
                throw new InvalidOperationException("It took no bytes.");
            return isFrame;
        }
        catch (Exception mistake) when (mistake is not FrameException)
        {
            // A decoder of the user's own. Its connection cannot go on, all others can.
            _connection.Table.Log.Error(mistake, "{0} failed on connection {1}", _decoder.GetType(), _connection);
            throw FrameException.Invalid($"Decoder {_decoder.GetType().Name} failed: {mistake.Message}");
        }
    }

    private void Deliver(object frame, int bytes)
    {
        var cost = bytes + Frame.Overhead;
        _credit.Take(cost);
        TellHandler(new Frame(frame, cost));
    }

    private void GoOn(bool isDecoded)
    {
        if (!isDecoded || !_credit.HasSome)
            AwaitCredit();
        else if (_hasPeerFinished)
            EndInput();
        else if (_state == State.Waiting)
            Resume();
    }

    private void AwaitCredit()
    {
        if (_state == State.Reading)
        {
            _state = State.Waiting;
            _socket.Tell(Tcp.SuspendReading.Instance, this);
        }

        if (_credit.Await())
            this.Tell(CreditReturned.Instance, NoSender);
    }

    private void Resume()
    {
        _credit.AwaitNoMore();
        _state = State.Reading;
        _socket.Tell(Tcp.ResumeReading.Instance, this);
    }

    private void EndInput() => EndInput(new EndOfInput(
        CloseReason.PeerClosed, detail: null, reply: null, isForHandler: _connection.Options.AllowHalfOpen));

    private void EndInput(EndOfInput end)
    {
        _state = State.Ended;
        _unread.Release();
        if (!_hasPeerFinished)
            _socket.Tell(Tcp.SuspendReading.Instance, this);
        TellHandler(end);
    }
}
