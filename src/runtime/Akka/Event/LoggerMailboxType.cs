using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Event;

/// <summary>Makes the queues of loggers (<c>akka.actor.mailbox.logger-queue</c>).</summary>
internal sealed class LoggerMailboxType : MailboxType, IProducesMessageQueue<LoggerMessageQueue>
{
    public LoggerMailboxType(Settings settings, Config config)
        : base(settings, config)
    {
    }

    public override IMessageQueue Create(IActorRef? owner, ActorSystem? system) => new LoggerMessageQueue(Settings);
}
