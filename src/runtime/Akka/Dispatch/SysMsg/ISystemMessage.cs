using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message to a cell rather than to its actor: it has a queue of its own and is never delayed by a suspension.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;
