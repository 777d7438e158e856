namespace Akka.Actor;

/// <summary>Marks messages that the cell itself handles, before the actor's behaviour.</summary>
public interface IAutoReceivedMessage;
