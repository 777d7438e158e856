namespace Akka.Dispatch;

/// <summary>Several threads may take messages at once.</summary>
public interface IMultipleConsumerSemantics : ISemantics;
