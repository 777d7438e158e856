using ActorSockets.IO.Encryption;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// One connection, as its handler knows it: takes the commands of <see cref="Tcp"/>, sends its events. Alone owns the
/// transport, what is queued for it, and the decision when it ends.
/// </summary>
/// <remarks>
/// No actor of its own: it runs on its loop's thread, and is in name a child of the manager. It watches who was told
/// <see cref="Tcp.Connected"/>, and from <see cref="Tcp.Register"/> on the handler. It is never restarted.
/// <code>
/// state            message or event                    next
/// AwaitingHandler  Register                            Open
///                  Write                               - (queued, with a warning)
///                  Close, ConfirmedClose               Draining
///                  Abort                               Closed (Aborted)
///                  register-timeout                    Closed (no event)
/// Open             Write                               -
///                  end of stream, not kept open        Draining (PeerClosed)
///                  end of stream, kept open            PeerClosed
///                  Close, ConfirmedClose               Draining
///                  Abort                               Closed (Aborted)
/// PeerClosed       Write                               -
///                  Close, ConfirmedClose               Draining
///                  Abort                               Closed (Aborted)
/// Draining         queue empty, ConfirmedClose         Closing; Closed (ConfirmedClosed) when the peer has ended
///                  queue empty, otherwise              Closed (Closed, PeerClosed)
///                  Close, while ConfirmedClose         - (upgraded to Close)
///                  Abort                               Closed (Aborted)
/// Closing          end of stream                       Closed (ConfirmedClosed)
///                  Close                               Closed (Closed)
///                  Abort                               Closed (Aborted)
/// all              error of the socket                 Closed (ErrorClosed)
///                  watched actor dies, stop, kill      Closed (RST, no event)
/// </code>
/// Writes in Draining and Closing are answered with <see cref="Tcp.CommandFailed"/>, and so are writes that are queued
/// when it becomes Closed, before the close event.
/// </remarks>
internal sealed partial class TcpConnection : LoopActorRef, ITransportOwner, IFlushable, IExpiring
{
    private readonly TcpRuntime _runtime;
    private readonly IoLoop _loop;

    // Who was told Connected: watched in AwaitingHandler.
    private readonly IActorRef _commander;
    private readonly WriteQueue _writes;
    private Transport _transport = null!;
    private ConnectionState _state = ConnectionState.AwaitingHandler;
    private ReadGate _gate;

    // Null in AwaitingHandler, and in what follows when a close command came first.
    private Tcp.Register? _registration;

    public TcpConnection(TcpRuntime runtime, IoLoop loop, IActorRef commander, bool isPullMode)
        : base(runtime.System, runtime.Manager, loop)
    {
        _runtime = runtime;
        _loop = loop;
        _commander = commander;
        _writes = new WriteQueue(this);
        _gate = new ReadGate(isPullMode);
    }

    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>What TLS has agreed; null without TLS. Any thread that has been told of the connection.</summary>
    public TlsSession? TlsSession => (_transport as TlsTransport)?.Session;

    protected override string Kind => "connection";

    private IActorRef? Handler => _registration?.Handler;

    /// <summary>
    /// Takes the transport, on the loop's thread, and tells the commander. When it throws (an option's hook, or the
    /// system being short of something) the transport is closed and nothing has been told.
    /// </summary>
    public void Begin(Transport transport, IEnumerable<Inet.SocketOption> options)
    {
        _transport = transport;
        try
        {
            foreach (var option in options)
            {
                if (transport.Socket is { } socket)
                {
                    option.AfterConnect(socket);
                }
            }

            transport.Attach(this);
        }
        catch
        {
            _state = ConnectionState.Closed;
            transport.Close();
            Terminate();
            throw;
        }

        Uninterrupted(Introduce);
    }

    /// <summary>The time to register is over.</summary>
    void IExpiring.OnDeadline()
    {
        Log.Debug("Nobody registered within {0}", _runtime.Settings.RegisterTimeout);
        Reset();
    }

    void ITransportOwner.OnEngineStopping() => Reset();

    protected override void OnMessage(object message, IActorRef sender)
    {
        if (message is TlsSession.Get)
        {
            OnGetTlsSession(sender);
            return;
        }

        switch (_state)
        {
            case ConnectionState.AwaitingHandler:
                AwaitingHandler(message, sender);
                break;
            case ConnectionState.Open:
                Open(message, sender);
                break;
            case ConnectionState.PeerClosed:
                PeerClosed(message, sender);
                break;
            case ConnectionState.Draining:
                Draining(message, sender);
                break;
            case ConnectionState.Closing:
                Closing(message, sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    protected override void OnTerminated(IActorRef actor)
    {
        Log.Debug("Closed after handler termination");
        Reset(actor);
    }

    protected override void OnStop() => Reset();

    protected override void OnFailure(Exception cause) => Fail(cause.Message);

    /// <summary>Resuming what is gone is nothing that anybody need know of; a lost write is.</summary>
    protected override bool IsIgnoredWhenDead(object message) =>
        message is Tcp.ResumeReading or Tcp.SuspendReading or Tcp.ResumeWriting;

    /// <summary>
    /// Entered when the connection is made; leaves to Open, or when it is closed before anybody registers.
    /// </summary>
    private void AwaitingHandler(object message, IActorRef sender)
    {
        PutOffRegisterDeadline();
        switch (message)
        {
            case Tcp.Register register:
                OnRegister(register);
                break;
            case Tcp.WriteCommand write:
                OnEarlyWrite(write, sender);
                break;
            case Tcp.SuspendReading:
                _gate.Suspend();
                break;
            case Tcp.ResumeReading:
                _gate.Resume();
                break;
            case Tcp.ResumeWriting:
                OnResumeWriting(sender);
                break;
            case Tcp.CloseCommand close:
                OnClose(close, sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>Entered by Register; leaves when either side closes.</summary>
    private void Open(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                OnWrite(write, sender);
                break;
            case Tcp.SuspendReading:
                _gate.Suspend();
                break;
            case Tcp.ResumeReading:
                OnResumeReading();
                break;
            case Tcp.ResumeWriting:
                OnResumeWriting(sender);
                break;
            case Tcp.CloseCommand close:
                OnClose(close, sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>Entered when the peer has ended its direction and ours is kept open; leaves when we close.</summary>
    private void PeerClosed(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                OnWrite(write, sender);
                break;
            case Tcp.SuspendReading or Tcp.ResumeReading:
                break;
            case Tcp.ResumeWriting:
                OnResumeWriting(sender);
                break;
            case Tcp.CloseCommand close:
                OnClose(close, sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>Entered when closing has begun; leaves when what was queued has been sent.</summary>
    private void Draining(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                Refuse(write, sender, "the connection is closing");
                break;
            case Tcp.SuspendReading:
                _gate.Suspend();
                break;
            case Tcp.ResumeReading:
                OnResumeReading();
                break;
            case Tcp.ResumeWriting:
                OnResumeWriting(sender);
                break;
            case Tcp.CloseCommand close:
                OnCloseWhileDraining(close, sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>Entered when our end of a confirmed close has been sent; leaves when the peer's comes.</summary>
    private void Closing(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                Refuse(write, sender, "the connection is closing");
                break;
            case Tcp.SuspendReading:
                _gate.Suspend();
                break;
            case Tcp.ResumeReading:
                OnResumeReading();
                break;
            case Tcp.ResumeWriting:
                OnResumeWriting(sender);
                break;
            case Tcp.CloseCommand close:
                OnCloseWhileClosing(close, sender);
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    /// <summary>Not to be interrupted: a commander that is dead already answers the watch on the spot.</summary>
    private void Introduce()
    {
        Watch(_commander);
        PutOffRegisterDeadline();
        _runtime.DeadlinesOf(_loop).Add(this);
        _commander.Tell(new Tcp.Connected(_transport.RemoteEndPoint, _transport.LocalEndPoint), this);
    }

    private void TransitionTo(ConnectionState next)
    {
        if (!_state.MayBecome(next))
        {
            throw new InvalidOperationException($"A connection that is {_state} cannot become {next}.");
        }

        if (_runtime.Settings.TraceLogging)
        {
            Log.Debug("{0} -> {1}", _state, next);
        }

        _state = next;
    }

    private void OnGetTlsSession(IActorRef sender)
    {
        var noTls = new InvalidOperationException("The connection has no TLS.");
        sender.Tell((object?)TlsSession ?? new Tcp.CommandFailed(TlsSession.Get.Instance).WithCause(noTls), this);
    }

    private void OnRegister(Tcp.Register register)
    {
        if (!IsSame(register.Handler, _commander))
        {
            // The new watch goes first: nobody's death falls between the two.
            Watch(register.Handler);
            Unwatch(_commander);
        }

        _registration = register;
        Deadline = null;
        TransitionTo(ConnectionState.Open);
        RequestFlush();
        ReadSome();
    }

    /// <summary>
    /// Every message of somebody who is there restarts the time to register, as a receive timeout does.
    /// </summary>
    private void PutOffRegisterDeadline() =>
        Deadline = _runtime.DeadlinesOf(_loop).Now + _runtime.Settings.RegisterTimeout;
}
