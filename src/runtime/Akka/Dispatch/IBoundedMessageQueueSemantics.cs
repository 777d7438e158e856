namespace Akka.Dispatch;

/// <summary>The queue holds a limited number of messages and waits this long for room.</summary>
public interface IBoundedMessageQueueSemantics : ISemantics
{
    TimeSpan PushTimeOut { get; }
}
