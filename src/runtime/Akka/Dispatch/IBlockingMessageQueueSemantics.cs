namespace Akka.Dispatch;

/// <summary>Access takes a lock, for at most this long.</summary>
public interface IBlockingMessageQueueSemantics : IMultipleConsumerSemantics
{
    TimeSpan BlockTimeOut { get; set; }
}
