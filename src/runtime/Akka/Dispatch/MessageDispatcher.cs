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

    private const int NotDue = 0;
    private const int Due = 1;
    private const int DueAgain = 2;

    private long _inhabitants;
    private int _shutdown;

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

    /// <summary>The number of actors that run on this dispatcher, and of the pieces of work that wait here.</summary>
    protected long Inhabitants => Interlocked.Read(ref _inhabitants);

    /// <summary>Runs a piece of work on another thread, soon.</summary>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>
    /// Gives back threads: called when nobody has been here for <see cref="ShutdownTimeout"/>, possibly more than once.
    /// Work may still come; then the dispatcher starts again.
    /// </summary>
    protected abstract void Shutdown();

    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    public void Schedule(IRunnable run)
    {
        AddInhabitants(1);
        ExecuteTask(new Work(this, run));
    }

    public virtual void Attach(ActorCell cell)
    {
        AddInhabitants(1);
        RegisterForExecution(cell.Mailbox);
    }

    public virtual void Detach(ActorCell cell)
    {
        var left = AddInhabitants(-1);
        var mailbox = cell.SwapMailbox(Mailboxes.DeadLetterMailbox);
        mailbox.CleanUp();
        if (left == 0) ShutDownSoon();
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
        EventStream.Publish(new Error(ex, GetType().FullName!, GetType(), ex.Message));

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

    private long AddInhabitants(long count)
    {
        var inhabitants = Interlocked.Add(ref _inhabitants, count);
        if (inhabitants >= 0) return inhabitants;
        var imbalance = new InvalidOperationException(
            "ACTOR SYSTEM CORRUPTED!!! A dispatcher can't have less than 0 inhabitants!");
        ReportFailure(imbalance);
        throw imbalance;
    }

    // At most one timer at a time: who leaves while one is running has it started once more when it is over.
    private void ShutDownSoon()
    {
        while (Interlocked.CompareExchange(ref _shutdown, Due, NotDue) != NotDue)
        {
            if (Interlocked.CompareExchange(ref _shutdown, DueAgain, Due) != NotDue) return;
        }

        StartShutdownTimer();
    }

    private void StartShutdownTimer()
    {
        try
        {
            Configurator.Prerequisites.Scheduler.Advanced.ScheduleOnce(ShutdownTimeout, OnShutdownTimer);
        }
        catch (SchedulerException)
        {
            // the scheduler has ended, and the system with it: there is nothing to wait for
            Shutdown();
        }
    }

    private void OnShutdownTimer()
    {
        if (Interlocked.CompareExchange(ref _shutdown, Due, DueAgain) == DueAgain)
        {
            StartShutdownTimer();
            return;
        }

        try
        {
            if (Inhabitants == 0) Shutdown();
        }
        catch (Exception e)
        {
            // a dispatcher of one's own that cannot shut down stays as it is
            ReportFailure(e);
        }
        finally
        {
            if (Interlocked.Exchange(ref _shutdown, NotDue) == DueAgain) ShutDownSoon();
        }
    }

    private sealed class Work(MessageDispatcher dispatcher, IRunnable run) : IRunnable
    {
        public void Run()
        {
            try
            {
                run.Run();
            }
            finally
            {
                if (dispatcher.AddInhabitants(-1) == 0) dispatcher.ShutDownSoon();
            }
        }

        public void Execute() => Run();
    }
}
