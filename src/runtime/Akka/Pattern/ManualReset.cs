namespace Akka.Pattern;

/// <summary>The count is forgotten when the child says so, by <see cref="BackoffSupervisor.Reset"/>.</summary>
internal sealed record ManualReset : IBackoffReset;
