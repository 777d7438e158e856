using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace ActorSockets.Server;

/// <summary>A log line for people: time, level, message, and what it is about.</summary>
internal sealed class ConsoleFormatter : ITextFormatter
{
    private static readonly string[] Levels = ["VRB", "DBG", "INF", "WRN", "ERR", "FTL"];
    private static readonly string[] OfConnection = ["ConnectionId", "RemoteAddress", "ActorPath"];
    private static readonly string[] OfOthers = ["ActorPath", "SourceContext"];

    // l: texts within the message without quotation marks.
    private readonly MessageTemplateTextFormatter _message = new("{Message:l}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.ToLocalTime().ToString("HH:mm:ss.fff ", CultureInfo.InvariantCulture));
        output.Write(Levels[(int)logEvent.Level]);
        output.Write(' ');
        WriteMessage(logEvent, output);
        WriteProperties(logEvent, output);
        output.WriteLine();
        if (logEvent.Exception is { } exception)
            output.WriteLine(exception);
    }

    private static void WriteProperties(LogEvent logEvent, TextWriter output)
    {
        var isOfConnection = logEvent.Properties.ContainsKey(OfConnection[0]);
        // What goes well explains itself; who says that it does not, is worth a name.
        if (!isOfConnection && logEvent.Level == LogEventLevel.Information)
            return;

        foreach (var name in isOfConnection ? OfConnection : OfOthers)
        {
            if (logEvent.Properties.TryGetValue(name, out var value))
                output.Write($" {name}={(value as ScalarValue)?.Value}");
        }
    }

    // A peer's text may be in the message: it must not begin a line of its own, nor steer the terminal.
    private void WriteMessage(LogEvent logEvent, TextWriter output)
    {
        using var message = new StringWriter(CultureInfo.InvariantCulture);
        _message.Format(logEvent, message);
        foreach (var c in message.ToString())
        {
            if (char.IsControl(c))
                output.Write(string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"));
            else
                output.Write(c);
        }
    }
}
