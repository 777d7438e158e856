namespace Akka.Dispatch;

/// <summary>An actor that needs a message queue of this kind; the mailbox is chosen by it.</summary>
public interface IRequiresMessageQueue<T> where T : ISemantics;
