using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// One actor's messages, and the rule that one thread at a time works them off. System messages have a queue of their
/// own: they go first and are not held up by a suspension.
/// </summary>
/// <remarks>
/// At most once scheduled: whoever sets the scheduled bit hands the mailbox to the dispatcher, and nobody else does
/// until the run has cleared it. Nothing is forgotten: a sender enqueues and then reads the bit; a run clears the bit
/// and then looks at the queues. All four are full fences, so at least one of the two sees the other.
/// An actor's state is visible across threads: the run that clears the bit publishes, the one that sets it acquires.
/// </remarks>
public class Mailbox : IRunnable
{
    private static readonly SystemMessage ClosedMark = new NoMessage();

    private MailboxStatus _status;
    private SystemMessage? _system;
    private ActorCell _cell = null!;

    public Mailbox(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    public MessageDispatcher Dispatcher => _cell.Dispatcher;

    public IMessageQueue MessageQueue { get; }

    internal ActorCell Cell => _cell;

    internal bool IsSuspended => _status.IsSuspended;

    internal int SuspendCount => _status.SuspendCount;

    internal bool IsClosed => _status.IsClosed;

    internal bool HasSystemMessages => Volatile.Read(ref _system) is { } top && !ReferenceEquals(top, ClosedMark);

    internal bool HasMessages => MessageQueue.HasMessages;

    public virtual void SetActor(ActorCell actorCell) => _cell = actorCell;

    /// <summary>One turn: all system messages, then user messages up to the dispatcher's throughput.</summary>
    public void Run()
    {
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = _cell;
        try
        {
            ProcessSystemMessages();
            if (_status.IsClosed) MessageQueue.CleanUp(_cell.Self, _cell.DeadLetterQueue);
            else ProcessMessages();
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
            _status.ClearScheduled();
            if (HasWork) Dispatcher.RegisterForExecution(this);
        }
    }

    public void Execute() => Run();

    /// <summary>Moves what is left to dead letters; called once the actor has terminated.</summary>
    public virtual void CleanUp()
    {
        _status.Close();
        var left = Interlocked.Exchange(ref _system, ClosedMark);
        for (var message = Reverse(left); message is not null;)
        {
            var next = message.Next;
            message.Unlink();
            _cell.SendToDeadLetters(message);
            message = next;
        }

        MessageQueue.CleanUp(_cell.Self, _cell.DeadLetterQueue);
    }

    /// <summary>Does nothing: kept for programs that call it.</summary>
    public static void DebugPrint(string message, params object[] args)
    {
    }

    internal bool TrySchedule() => HasWork && _status.TrySetScheduled();

    internal void Suspend() => _status.Suspend();

    /// <summary>Undoes one suspension. Answers whether the mailbox takes user messages again.</summary>
    internal bool Resume() => _status.Resume();

    internal void Enqueue(IActorRef receiver, Envelope envelope) => MessageQueue.Enqueue(receiver, envelope);

    /// <summary>Adds a system message; to a mailbox that is closed it goes to dead letters.</summary>
    internal virtual void SystemEnqueue(IActorRef receiver, SystemMessage message)
    {
        var top = Volatile.Read(ref _system);
        while (true)
        {
            if (ReferenceEquals(top, ClosedMark))
            {
                _cell.SendToDeadLetters(message);
                return;
            }

            message.Next = top;
            var seen = Interlocked.CompareExchange(ref _system, message, top);
            if (ReferenceEquals(seen, top)) return;
            top = seen;
        }
    }

    /// <summary>Takes all system messages, oldest first; null when there is none.</summary>
    internal SystemMessage? TakeSystemMessages()
    {
        if (!HasSystemMessages) return null;
        var top = Interlocked.Exchange(ref _system, null);
        return Reverse(top);
    }

    internal void ProcessSystemMessages()
    {
        while (!_status.IsClosed && TakeSystemMessages() is { } oldest) _cell.SystemInvoke(oldest);
    }

    // A suspended mailbox has work only in system messages; a closed one hands what still came in to dead letters.
    private bool HasWork =>
        HasSystemMessages || ((_status.TakesMessages || _status.IsClosed) && MessageQueue.HasMessages);

    private void ProcessMessages()
    {
        var dispatcher = _cell.Dispatcher;
        var left = dispatcher.Throughput;
        var deadline = dispatcher.ThroughputDeadlineTime is > 0 and { } ticks
            ? Environment.TickCount64 + Math.Max(1, ticks / TimeSpan.TicksPerMillisecond)
            : long.MaxValue;
        while (left-- > 0 && _status.TakesMessages && MessageQueue.TryDequeue(out var envelope))
        {
            _cell.Invoke(envelope);
            if (Volatile.Read(ref _system) is not null) ProcessSystemMessages();
            if (deadline != long.MaxValue && Environment.TickCount64 >= deadline) return;
        }
    }

    private static SystemMessage? Reverse(SystemMessage? top)
    {
        SystemMessage? list = null;
        if (ReferenceEquals(top, ClosedMark)) return null;
        while (top is not null)
        {
            var next = top.Next;
            top.Next = list;
            list = top;
            top = next;
        }

        return list;
    }
}
