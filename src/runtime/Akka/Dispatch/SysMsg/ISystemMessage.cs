using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message to a cell rather than to its actor: it has its own queue, which no suspension holds up.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;
