namespace Akka.Dispatch;

/// <summary>The queue never refuses a message.</summary>
public interface IUnboundedMessageQueueSemantics : ISemantics;
