using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A mailbox type that makes message queues of this kind.</summary>
public interface IProducesMessageQueue<TQueue> where TQueue : IMessageQueue;
