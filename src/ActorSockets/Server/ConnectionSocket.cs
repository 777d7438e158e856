using System.Buffers;
using ActorSockets.Framing;
using ActorSockets.IO;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>The socket's side of a connection: what is registered with the socket as its Akka.IO handler. It alone owns
/// the decoder, the bytes that belong to no frame yet, and the decision whether the socket is read. Never restarts: a
/// handler that does finds it as it was.</summary>
/// <remarks>
/// Parent: a <see cref="ShardActor"/>, for its name only. Watches the socket. Runs on the socket's I/O thread.
/// <code>
/// state     message                      next
/// Reading   Received                     Reading, Waiting (no credit left), Ended (what is no frame)
/// Waiting   CreditReturned               Reading, Waiting, Ended
/// either    PeerClosed                   Ended, when everything before it is decoded
/// Ended     (the handler reaches EndOfInput, and closes)
/// any       Close, Abort                 Closing
/// any       a close event, or the socket's death   Closed: told to the handler, once
/// </code>
/// What other actors tell it is sent to the peer: it is the sender of each frame.
/// </remarks>
internal sealed class ConnectionSocket : LoopActorRef
{
    /// <summary>What a decoder that asks for more and more may gather beyond the largest frame: a header, a delimiter.
    /// It is the last line only: each framer knows better.</summary>
    private const int DecoderSlack = 4096;

    [ThreadStatic]
    private static ByteStringSegments? _segments;

    private readonly Connection _connection;
    private readonly IActorRef _socket;
    private readonly FrameDecoder _decoder;
    private IActorRef _handler = ActorRefs.Nobody;
    private InboundBuffer _unread;
    private State _state;
    private bool _hasPeerFinished;
    private ICancelable? _closeTimer;

    // The handler may run on another thread. It may find 1 in _awaitsCredit only after SuspendReading has been told to
    // the socket, so that the ResumeReading that it sets off cannot overtake it; who changes it back to 0 wakes this
    // side.
    private int _unhandled;
    private int _awaitsCredit;

    public ConnectionSocket(
        ExtendedActorSystem system, IActorRef shard, ISerialExecutor executor, IActorRef socket, Connection connection)
        : base(system, (IInternalActorRef)shard, executor)
    {
        _socket = socket;
        _connection = connection;
        _decoder = connection.Framer.CreateDecoder(connection.Options.MaxFrameBytes);
    }

    private enum State
    {
        /// <summary>Next: Waiting, Ended, Closing, Closed.</summary>
        Reading,

        /// <summary>The handler has no credit left. Next: Reading, Ended, Closing, Closed.</summary>
        Waiting,

        /// <summary>No more frames will come; output may. Next: Closing, Closed.</summary>
        Ended,

        /// <summary>The socket has been told to close or abort; what arrives is thrown away. Next: Closed.</summary>
        Closing,

        /// <summary>The last state.</summary>
        Closed,
    }

    protected override string Kind => "socket";

    private int MaxUnhandled => _connection.Options.MaxUnhandledBytes;

    private bool HasCredit => Volatile.Read(ref _unhandled) < MaxUnhandled;

    /// <summary>Makes the handler known, and lets the socket begin.</summary>
    public void Start(IActorRef handler)
    {
        _handler = handler;
        this.Tell(Begin.Instance, NoSender);
    }

    /// <summary>Any thread: sends, behind what the same thread sent before.</summary>
    public void Write(Tcp.Write write) => _socket.Tell(write, this);

    /// <summary>Any thread: sends what was written, then closes.</summary>
    public void Close() => this.Tell(StartClosing.Instance, NoSender);

    /// <summary>Any thread: resets.</summary>
    public void Abort() => _socket.Tell(Tcp.Abort.Instance, this);

    /// <summary>Any thread: the handler is done with a frame.</summary>
    public void ReturnCredit(int bytes)
    {
        var left = Interlocked.Add(ref _unhandled, -bytes);
        if (left <= MaxUnhandled / 2 && Interlocked.Exchange(ref _awaitsCredit, 0) == 1)
            this.Tell(CreditReturned.Instance, NoSender);
    }

    protected override void OnMessage(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.Received received:
                OnReceived(received.Data);
                break;
            case CreditReturned:
                OnCreditReturned();
                break;
            case SentSoFar sent:
                _connection.OnSent(sent);
                break;
            case Tcp.PeerClosed:
                OnPeerFinished();
                break;
            case Tcp.ConnectionClosed closed:
                OnClosed(CloseReasons.Of(closed), closed.Cause);
                break;
            case Tcp.CommandFailed failed:
                OnCommandFailed(failed);
                break;
            case StartClosing:
                OnStartClosing();
                break;
            case CloseTimedOut:
                Abort();
                break;
            case SocketGone:
                // Without a close event: it was stopped from outside, or its engine has failed.
                OnClosed(CloseReason.IOError, "The socket is gone.");
                break;
            case Begin:
                OnBegin();
                break;
            default:
                SendForOther(message, sender);
                break;
        }
    }

    // Behind what the socket has said before it ended: news of a death overtakes messages.
    protected override void OnTerminated(IActorRef actor) => this.Tell(SocketGone.Instance, NoSender);

    protected override void OnStop()
    {
        Abort();
        OnClosed(CloseReason.AbortedByHandler, "The connection's socket side was stopped.");
    }

    // Credit comes back, acknowledgements and time-outs arrive, and others send, after the end: all of no interest
    // then.
    protected override bool IsIgnoredWhenDead(object message) => true;

    private void OnBegin()
    {
        Watch(_socket);
        _socket.Tell(new Tcp.Register(this, keepOpenOnPeerClosed: true, useResumeWriting: false), this);
    }

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
            if (!HasCredit)
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
        Interlocked.Add(ref _unhandled, cost);
        _handler.Tell(new Frame(frame, cost), this);
    }

    private void GoOn(bool isDecoded)
    {
        if (!isDecoded || !HasCredit)
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

        Interlocked.Exchange(ref _awaitsCredit, 1);
        // The handler may have given everything back before it could see that it is awaited.
        ReturnCredit(0);
    }

    private void Resume()
    {
        // A read that was under way when the socket was suspended ends here, and must not take the credit twice.
        Interlocked.Exchange(ref _awaitsCredit, 0);
        _state = State.Reading;
        _socket.Tell(Tcp.ResumeReading.Instance, this);
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

    private void EndInput() => EndInput(new EndOfInput(
        CloseReason.PeerClosed, detail: null, reply: null, isForHandler: _connection.Options.AllowHalfOpen));

    private void EndInput(EndOfInput end)
    {
        _state = State.Ended;
        _unread.Release();
        if (!_hasPeerFinished)
            _socket.Tell(Tcp.SuspendReading.Instance, this);
        _handler.Tell(end, this);
    }

    private void OnCommandFailed(Tcp.CommandFailed failed)
    {
        // The socket's own queue is full. Writes that come after the end of the connection fail too, and do not matter.
        if (failed.Cmd is Tcp.WriteCommand && _state < State.Closing)
            _connection.AbortFor(CloseReason.PeerTooSlow, failed.CauseString);
    }

    private void OnStartClosing()
    {
        if (_state >= State.Closing)
            return;

        // The peer may still be sending. That its input is thrown away until it has seen our end, so that a reset does
        // not take from it what it has not read yet, is the socket's business.
        _state = State.Closing;
        _unread.Release();
        _socket.Tell(Tcp.Close.Instance, this);
        StartCloseTimer();
    }

    private void StartCloseTimer()
    {
        try
        {
            _closeTimer = _connection.Table.Scheduler.ScheduleTellOnceCancelable(
                _connection.Options.CloseTimeout, this, CloseTimedOut.Instance, NoSender);
        }
        catch (SchedulerException)
        {
            // The actor system has ended under the last connections: nobody is there to wait for this one.
            Abort();
        }
    }

    private void OnClosed(CloseReason reason, string? detail)
    {
        _connection.TryEnd(reason, string.IsNullOrEmpty(detail) ? null : detail);
        _state = State.Closed;
        _unread.Release();
        _closeTimer?.Cancel();
        var closed = _connection.Closed();
        _connection.Table.LogClosed(_connection, closed);
        _handler.Tell(new CloseNotice(closed), this);
        _connection.OnSideGone();
        Terminate();
    }

    private void SendForOther(object message, IActorRef sender)
    {
        try
        {
            _connection.Send(message);
        }
        catch (ArgumentException)
        {
            // Somebody answers a frame with what the framer cannot encode: as with any actor, that message is
            // unhandled.
            Unhandled(message, sender);
        }
    }

    private static IActorRef NoSender => ActorRefs.NoSender;

    private sealed class Begin
    {
        public static Begin Instance { get; } = new();
    }

    private sealed class CreditReturned
    {
        public static CreditReturned Instance { get; } = new();
    }

    private sealed class SocketGone
    {
        public static SocketGone Instance { get; } = new();
    }

    private sealed class StartClosing
    {
        public static StartClosing Instance { get; } = new();
    }

    private sealed class CloseTimedOut
    {
        public static CloseTimedOut Instance { get; } = new();
    }
}
