namespace Akka.Actor;

/// <summary>Marks messages that can end an actor.</summary>
public interface IPossiblyHarmful;
