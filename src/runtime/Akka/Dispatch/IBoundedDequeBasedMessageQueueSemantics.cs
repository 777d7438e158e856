namespace Akka.Dispatch;

/// <summary>A deque that holds a limited number of messages.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics
    : IDequeBasedMessageQueueSemantics, IBoundedMessageQueueSemantics;
