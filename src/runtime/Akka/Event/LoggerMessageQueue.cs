using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Event;

/// <summary>
/// A logger's queue. What is left in it when the logger stops goes to standard output instead of dead letters: the
/// last lines before the end are often the ones that explain it.
/// </summary>
internal sealed class LoggerMessageQueue
    : IMessageQueue, IUnboundedMessageQueueSemantics, ILoggerMessageQueueSemantics
{
    private readonly UnboundedMessageQueue _queue = new();
    private readonly Settings _settings;

    public LoggerMessageQueue(Settings settings) => _settings = settings;

    public int Count => _queue.Count;

    public bool HasMessages => _queue.HasMessages;

    public void Enqueue(IActorRef receiver, Envelope envelope) => _queue.Enqueue(receiver, envelope);

    public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        var level = Logging.LogLevelFor(_settings.StdoutLogLevel);
        while (_queue.TryDequeue(out var envelope))
        {
            if (envelope.Message is LogEvent logEvent && logEvent.LogLevel() >= level)
                _settings.StdoutLogger.Tell(logEvent, ActorRefs.NoSender);
        }

        _queue.CleanUp(owner, deadletters);
    }
}
