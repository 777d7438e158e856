namespace Akka.Dispatch;

/// <summary>A deque that never refuses a message.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics
    : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics;
