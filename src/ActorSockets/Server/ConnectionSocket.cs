using ActorSockets.IO;
using ActorSockets.IO.Engine;
using Akka.Actor;
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
/// any       StartClosing                 Closing
/// any       a close event, or SocketGone Closed: told to the handler, once
/// </code>
/// What other actors tell it is sent to the peer: it is the sender of each frame.
/// </remarks>
internal sealed partial class ConnectionSocket : LoopActorRef
{
    private readonly Connection _connection;
    private readonly IActorRef _socket;
    private State _state;
    private ICancelable? _closeTimer;

    // Until the handler exists, what it will be told waits here.
    private IActorRef? _handler;
    private List<Delivery>? _early;

    public ConnectionSocket(
        ExtendedActorSystem system, IActorRef shard, ISerialExecutor executor, IActorRef socket, Connection connection)
        : base(system, (IInternalActorRef)shard, executor)
    {
        _socket = socket;
        _connection = connection;
        _decoder = connection.Framer.CreateDecoder(connection.Options.MaxFrameBytes);
        _credit = new InboundCredit(connection.Options.MaxUnhandledBytes);
    }

    private enum State
    {
        /// <summary>Next: Waiting, Ended, Closing, Closed.</summary>
        Reading,

        /// <summary>The handler has no credit left. Next: Reading, Ended, Closing, Closed.</summary>
        Waiting,

        /// <summary>No more frames will come; output may. Next: Closing, Closed.</summary>
        Ended,

        /// <summary>The socket has been told to close; what arrives is thrown away. Next: Closed.</summary>
        Closing,

        /// <summary>The last state.</summary>
        Closed,
    }

    protected override string Kind => "socket";

    private static IActorRef NoSender => ActorRefs.NoSender;

    /// <summary>Registers with the socket: before the handler can start, so that what it sends at its start finds the
    /// socket open.</summary>
    public void Begin()
    {
        this.Tell(WatchSocket.Instance, NoSender);
        _socket.Tell(new Tcp.Register(this, keepOpenOnPeerClosed: true, useResumeWriting: false), this);
    }

    /// <summary>Makes the handler known.</summary>
    public void Serve(IActorRef handler) => this.Tell(new HandlerStarted(handler), NoSender);

    /// <summary>Any thread: sends, behind what the same thread sent before.</summary>
    public void Write(Tcp.Write write) => _socket.Tell(write, this);

    /// <summary>Any thread: sends what was written, then closes.</summary>
    public void Close() => this.Tell(StartClosing.Instance, NoSender);

    /// <summary>Any thread: resets.</summary>
    public void Abort() => _socket.Tell(Tcp.Abort.Instance, this);

    /// <summary>Any thread: the handler is done with a frame.</summary>
    public void ReturnCredit(int bytes)
    {
        if (_credit.Return(bytes))
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
            default:
                OnOwnMessage(message, sender);
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

    private void OnOwnMessage(object message, IActorRef sender)
    {
        switch (message)
        {
            case WatchSocket:
                Watch(_socket);
                break;
            case HandlerStarted started:
                OnHandlerStarted(started.Handler);
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
            default:
                SendForOther(message, sender);
                break;
        }
    }

    private void OnHandlerStarted(IActorRef handler)
    {
        _handler = handler;
        _early?.ForEach(delivery => handler.Tell(delivery, this));
        _early = null;
        if (_state == State.Closed)
            Terminate();
    }

    private void TellHandler(Delivery delivery)
    {
        if (_handler is not null)
            _handler.Tell(delivery, this);
        else
            (_early ??= []).Add(delivery);
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
        if (_state == State.Closed)
            return;

        _connection.TryEnd(reason, string.IsNullOrEmpty(detail) ? null : detail);
        _state = State.Closed;
        _unread.Release();
        _closeTimer?.Cancel();
        var closed = _connection.Closed();
        _connection.Table.LogClosed(_connection, closed);
        TellHandler(new CloseNotice(closed));
        _connection.OnSideGone();
        if (_handler is not null)
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

    private sealed class WatchSocket
    {
        public static WatchSocket Instance { get; } = new();
    }

    private sealed record HandlerStarted(IActorRef Handler);

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
