using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The place where one actor lives: it outlives the instances that failures replace, and owns the mailbox, the
/// children, who watches whom, and the behaviour in force.
/// </summary>
/// <remarks>
/// Everything here happens on the mailbox's turn, except: sending, <see cref="AttachChild"/> and look-ups of children,
/// which any thread may do. Kept small: what most actors never use (children, watches, time-out, tasks) lies in
/// objects of its own, made on first use.
/// </remarks>
public partial class ActorCell : IUntypedActorContext, ICell
{
    public const int UndefinedUid = 0;

    private readonly IInternalActorRef _self;
    private readonly ActorSystemImpl _system;
    private Props _props;
    private readonly MessageDispatcher _dispatcher;
    private readonly IInternalActorRef _parent;
    private Mailbox _mailbox = null!;
    private ActorBase? _actor;
    // Of the instance that was made last, even if it did not get through its constructor.
    private Scheduler.TimerScheduler? _timers;
    private Receive? _firstBehavior;
    private Receive? _behavior;
    private Stack<Receive>? _outerBehaviors;
    private object? _currentMessage;
    private IActorRef? _sender;
    private ActorTaskScheduler? _taskScheduler;
    private int _envelopeId;

    public ActorCell(
        ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher,
        IInternalActorRef parent)
    {
        _system = system;
        _self = self;
        _props = props;
        _dispatcher = dispatcher;
        _parent = parent;
    }

    public Props Props => _props;

    public IActorRef Self => _self;

    public IInternalActorRef Parent => _parent;

    IActorRef IActorContext.Parent => _parent;

    public ActorSystem System => _system;

    public ActorSystemImpl SystemImpl => _system;

    public MessageDispatcher Dispatcher => _dispatcher;

    public Mailbox Mailbox => Volatile.Read(ref _mailbox);

    public bool IsLocal => true;

    public object CurrentMessage => _currentMessage!;

    /// <summary>Changes with every message: tells two deliveries of one object apart.</summary>
    public int CurrentEnvelopeId => _envelopeId;

    public IActorRef Sender => _sender ?? _system.DeadLetters;

    public bool HasMessages => Mailbox.HasMessages;

    public int NumberOfMessages => Mailbox.MessageQueue.Count;

    public virtual ActorTaskScheduler TaskScheduler => _taskScheduler ??= new ActorTaskScheduler(this);

    internal ActorBase? Actor => _actor;

    internal static ActorCell? Current => InternalCurrentActorCellKeeper.Current;

    internal IMessageQueue DeadLetterQueue => _system.Mailboxes.DeadLetterMailbox.MessageQueue;

    /// <summary>The instance is of the past, or was never completed: it must not act through its context.</summary>
    internal bool IsCleared { get; private set; }

    private Type ActorType => _actor?.GetType() ?? typeof(ActorCell);

    public static IActorRef GetCurrentSelfOrNoSender() =>
        InternalCurrentActorCellKeeper.Current?.Self ?? ActorRefs.NoSender;

    public static IActorRef GetCurrentSenderOrNoSender() =>
        InternalCurrentActorCellKeeper.Current?.Sender ?? ActorRefs.NoSender;

    /// <summary>Gives the cell its mailbox, with the order to create the actor as the first message.</summary>
    public void Init(bool sendSupervise, MailboxType mailboxType)
    {
        var mailbox = new Mailbox(mailboxType.Create(_self, _system));
        mailbox.SetActor(this);
        _mailbox = mailbox;
        mailbox.SystemEnqueue(_self, new Create());
        if (sendSupervise) _parent.SendSystemMessage(new Supervise(_self, async: false));
    }

    public virtual void Start()
    {
        PreStart();
        _dispatcher.Attach(this);
    }

    /// <summary>A hook for cells that are more than an actor: routers.</summary>
    protected virtual void PreStart()
    {
    }

    public virtual void SendMessage(IActorRef sender, object message) => SendMessage(new Envelope(message, sender));

    public virtual void SendMessage(Envelope message)
    {
        Envelope.ThrowIfNull(message.Message);
        try
        {
            _dispatcher.Dispatch(this, message);
        }
        catch (Exception e)
        {
            SwallowSendError(e);
        }
    }

    public virtual void SendSystemMessage(ISystemMessage systemMessage)
    {
        try
        {
            _dispatcher.SystemDispatch(this, (SystemMessage)systemMessage);
        }
        catch (Exception e)
        {
            SwallowSendError(e);
        }
    }

    public void Suspend() => SendSystemMessage(new Suspend());

    public void Resume(Exception causedByFailure) => SendSystemMessage(new Resume(causedByFailure));

    public void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    public void Stop() => SendSystemMessage(new Terminate());

    /// <summary>Processes one user message, on the mailbox's turn.</summary>
    public void Invoke(Envelope envelope)
    {
        var message = envelope.Message;
        _currentMessage = message;
        _sender = envelope.Sender;
        _envelopeId++;
        var isQuiet = _receiveTimeout is not null && message is INotInfluenceReceiveTimeout;
        if (!isQuiet) _receiveTimeout?.Cancel();
        try
        {
            if (message is IAutoReceivedMessage) AutoReceive(envelope);
            else ReceiveMessage(message);
            // still wanted: by the rest of an asynchronous handler, or by PreRestart when one has failed at once
            if (_failure is null && _taskScheduler is not { IsBusy: true }) ForgetMessage();
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }

        CheckReceiveTimeout(reschedule: !isQuiet);
    }

    // an idle actor holds on to neither its last message nor whoever sent it
    private void ForgetMessage()
    {
        _currentMessage = null;
        _sender = null;
    }

    protected virtual void ReceiveMessage(object message)
    {
        var actor = _actor!;
        var isHandled = actor.Handle((_behavior ?? _firstBehavior)!, message);
        if (_system.Settings.AddLoggingReceive && actor is ILogReceive) LogReceived(message, isHandled);
    }

    public void ReceiveMessageForTest(Envelope envelope)
    {
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = this;
        try
        {
            _currentMessage = envelope.Message;
            _sender = envelope.Sender;
            _envelopeId++;
            ReceiveMessage(envelope.Message);
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
        }
    }

    /// <summary>Runs an action as if on this actor's turn; for the TestKit.</summary>
    public void UseThreadContext(Action action)
    {
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = this;
        try
        {
            action();
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
        }
    }

    // The constructor's behaviour, the first, is never replaced: UnbecomeStacked comes back to it after Become too.
    public void Become(Receive receive)
    {
        if (_firstBehavior is null) _firstBehavior = receive;
        else _behavior = receive;
    }

    public void BecomeStacked(Receive receive)
    {
        if (_behavior is not null) (_outerBehaviors ??= new Stack<Receive>()).Push(_behavior);
        Become(receive);
    }

    public void UnbecomeStacked() => _behavior = _outerBehaviors is { Count: > 0 } outer ? outer.Pop() : null;

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(AsReceive(receive));

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(AsReceive(receive));

    public ActorSelection ActorSelection(string path) => ActorRefFactoryShared.ActorSelection(path, _system, _self);

    public ActorSelection ActorSelection(ActorPath path) => ActorRefFactoryShared.ActorSelection(path, _system);

    internal static ActorCell RequireCurrent() => InternalCurrentActorCellKeeper.Current
        ?? throw new NotSupportedException(
            "There is no active ActorContext, this is most likely due to use of async operations "
            + "from within this actor.");

    internal Envelope CurrentEnvelope => new(_currentMessage!, Sender);

    internal void ReplaceCurrentMessage(object message) => _currentMessage = message;

    internal Mailbox SwapMailbox(Mailbox mailbox) => Interlocked.Exchange(ref _mailbox, mailbox);

    internal void SendToDeadLetters(SystemMessage message) =>
        _system.Mailboxes.DeadLetterMailbox.SystemEnqueue(_self, message);

    internal void AutoReceive(Envelope envelope) => AutoReceiveMessage(envelope);

    protected virtual void AutoReceiveMessage(Envelope envelope)
    {
        var message = envelope.Message;
        if (_system.Settings.DebugAutoReceive) Debug("received AutoReceiveMessage " + message);
        switch (message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                _self.Stop();
                break;
            case ActorSelectionMessage selection:
                ReceiveSelection(selection);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self);
                break;
        }
    }

    /// <summary>The timers of the next instance; its constructor may use them.</summary>
    internal Scheduler.TimerScheduler NewTimers()
    {
        _timers?.CancelAll();
        return _timers = new Scheduler.TimerScheduler(this);
    }

    internal object? TimerMessageFor(Scheduler.ITimerMsg timerMsg)
    {
        if (_timers is not null) return _timers.InterceptTimerMsg(timerMsg);
        Debug($"Received unexpected timer message {timerMsg}");
        return null;
    }

    private void ReceiveSelection(ActorSelectionMessage selection)
    {
        if (selection.Elements.Length == 0) Invoke(new Envelope(selection.Message, _sender!));
        else SelectionDelivery.Deliver(_self, Sender, selection);
    }

    private static Receive AsReceive(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void LogReceived(object message, bool isHandled) =>
        Debug($"received {(isHandled ? "handled" : "unhandled")} message {message} from {Sender.Path}");

    // a mailbox or dispatcher that throws is no fault of the sender's, who could do nothing about it
    private void SwallowSendError(Exception cause) =>
        Publish(new Error(cause, _parent.ToString()!, ActorType, "Swallowing exception during message send"));

    private void Debug(string text) => Publish(new Debug(_self.Path.ToString(), ActorType, text));

    private void Warn(string text) => Publish(new Warning(_self.Path.ToString(), ActorType, text));

    private void Error(Exception? cause, string text) =>
        Publish(new Error(cause!, _self.Path.ToString(), ActorType, text));

    private void Publish(object @event) => _system.EventStream.Publish(@event);
}
