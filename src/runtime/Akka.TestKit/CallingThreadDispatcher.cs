using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>
/// Runs actors on the thread that sends to them, before the send returns: deterministic for a single thread. A thread
/// that finds the actor busy on another one leaves its message in the mailbox for that one.
/// </summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    public static new string Id = "akka.test.calling-thread-dispatcher";

    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
    }

    protected override void ExecuteTask(IRunnable run)
    {
        // An actor that awaits must come back to its own scheduler. The context of the test would catch it, since
        // await prefers a synchronisation context to a task scheduler.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            run.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    protected override void Shutdown()
    {
    }
}
