using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Tests.Logging;

/// <summary>One line that was logged.</summary>
internal sealed record RecordedLine(
    string Category, LogLevel Level, string Text, Exception? Cause, IReadOnlyDictionary<string, object?> Properties);
