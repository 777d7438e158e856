namespace Akka.Event;

/// <summary>Reads a log message without formatting it.</summary>
public static class LogMessageExtensions
{
    internal static string Describe(this LogMessage message)
        => $"str=[{message.Format}],args=[{message.Unformatted()}]";
}
