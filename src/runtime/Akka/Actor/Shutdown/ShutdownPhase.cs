namespace Akka.Actor;

/// <summary>What the configuration says of a phase of the shutdown.</summary>
internal sealed record ShutdownPhase(IReadOnlyList<string> DependsOn, TimeSpan Timeout, bool Recover);
