using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The logger that a system starts by default: it prints to standard output.</summary>
public class DefaultLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly LogFilterEvaluator _filter = Context.System.Settings.LogFilter;

    public DefaultLogger()
    {
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Print(logEvent);
                return true;
            default:
                return false;
        }
    }

    protected virtual void Print(LogEvent logEvent) => StandardOutLogger.PrintLogEvent(logEvent, _filter);
}
