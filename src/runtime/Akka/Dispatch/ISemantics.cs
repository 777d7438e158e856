namespace Akka.Dispatch;

/// <summary>Marks what a message queue promises; mailbox requirements name these interfaces.</summary>
public interface ISemantics;
