using Serilog.Events;

namespace ActorSockets.Hosting.Tests;

internal static class PropertyExtensions
{
    /// <summary>The value of a property; null when the line has none of that name.</summary>
    public static object? Value(this LogEvent line, string name) =>
        line.Properties.TryGetValue(name, out var value) ? ((ScalarValue)value).Value : null;
}
