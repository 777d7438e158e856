namespace Akka.Actor;

/// <summary>Marks an extension: one instance an actor system.</summary>
public interface IExtension;
