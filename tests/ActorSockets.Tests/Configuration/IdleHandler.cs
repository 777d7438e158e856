namespace ActorSockets.Tests.Configuration;

/// <summary>Does nothing.</summary>
public sealed class IdleHandler : ConnectionActor;
