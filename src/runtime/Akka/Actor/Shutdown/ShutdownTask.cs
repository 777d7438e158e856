namespace Akka.Actor;

/// <summary>A named piece of work of the shutdown.</summary>
internal sealed record ShutdownTask(string Name, Func<Task<Done>> Start);
