using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>
/// Gives mailboxes a thread to run on. A dispatcher of one's own overrides <see cref="ExecuteTask"/> and is made by
/// a <see cref="MessageDispatcherConfigurator"/>.
/// </summary>
public abstract class MessageDispatcher
{
    public const int DefaultThroughput = 100;

    private long _inhabitants;

    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        Configurator = configurator;
        Throughput = DefaultThroughput;
    }

    public MessageDispatcherConfigurator Configurator { get; }

    public EventStream EventStream => Configurator.Prerequisites.EventStream;

    public Mailboxes Mailboxes => Configurator.Prerequisites.Mailboxes;

    public string Id { get; set; } = null!;

    /// <summary>How many messages an actor may process before it makes room for others.</summary>
    public int Throughput { get; set; }

    /// <summary>Ticks (100 ns) after which an actor makes room for others; null or 0: no such limit.</summary>
    public long? ThroughputDeadlineTime { get; set; }

    public TimeSpan ShutdownTimeout { get; set; }

    /// <summary>The number of actors that run on this dispatcher.</summary>
    protected long Inhabitants => Interlocked.Read(ref _inhabitants);

    /// <summary>Runs a piece of work on another thread, soon.</summary>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Gives back threads. Work may still come; then the dispatcher starts again.</summary>
    protected abstract void Shutdown();

    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    public void Schedule(IRunnable run) => ExecuteTask(run);

    public virtual void Attach(ActorCell cell)
    {
        Interlocked.Increment(ref _inhabitants);
        RegisterForExecution(cell.Mailbox);
    }

    public virtual void Detach(ActorCell cell)
    {
        Interlocked.Decrement(ref _inhabitants);
        var mailbox = cell.SwapMailbox(Mailboxes.DeadLetterMailbox);
        mailbox.CleanUp();
    }

    public virtual void Dispatch(ActorCell cell, Envelope envelope)
    {
        var mailbox = cell.Mailbox;
        mailbox.Enqueue(cell.Self, envelope);
        if (mailbox.TrySchedule()) Execute(mailbox);
    }

    public virtual void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        var mailbox = cell.Mailbox;
        mailbox.SystemEnqueue(cell.Self, message);
        if (mailbox.TrySchedule()) Execute(mailbox);
    }

    /// <summary>Reports what a piece of work threw.</summary>
    protected void ReportFailure(Exception ex) =>
        EventStream.Publish(new Error(ex, nameof(MessageDispatcher), GetType(), "Dispatcher failed to run a task"));

    internal virtual bool RegisterForExecution(Mailbox mailbox)
    {
        if (!mailbox.TrySchedule()) return false;
        Execute(mailbox);
        return true;
    }

    internal virtual void Suspend(ActorCell cell) => cell.Mailbox.Suspend();

    internal virtual void Resume(ActorCell cell)
    {
        var mailbox = cell.Mailbox;
        if (mailbox.Resume()) RegisterForExecution(mailbox);
    }

    internal void ShutDown() => Shutdown();

    private void Execute(Mailbox mailbox)
    {
        try
        {
            ExecuteTask(mailbox);
        }
        catch (RejectedExecutionException e)
        {
            // the executor is shutting down: the mailbox keeps its messages, nobody will process them
            ReportFailure(e);
        }
    }
}
