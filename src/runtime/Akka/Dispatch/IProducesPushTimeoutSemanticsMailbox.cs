namespace Akka.Dispatch;

/// <summary>A mailbox type whose queues wait for room.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    TimeSpan PushTimeout { get; }
}
