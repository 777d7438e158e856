namespace Akka.Pattern;

/// <summary>The count is forgotten when the child has lived this long.</summary>
internal sealed record AutoReset(TimeSpan ResetBackoff) : IBackoffReset;
