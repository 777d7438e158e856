namespace Akka.Event;

/// <summary>Logs to standard output, in colours where that is a terminal.</summary>
public class StandardOutLogger : MinimalLogger
{
    private static readonly Lock ConsoleLock = new();

    public StandardOutLogger()
    {
    }

    public static ConsoleColor DebugColor { get; set; } = ConsoleColor.Gray;

    public static ConsoleColor ErrorColor { get; set; } = ConsoleColor.Red;

    public static ConsoleColor InfoColor { get; set; } = ConsoleColor.White;

    public static bool UseColors { get; set; } = true;

    public static ConsoleColor WarningColor { get; set; } = ConsoleColor.Yellow;

    protected override void Log(object message)
    {
        if (message is LogEvent logEvent)
            PrintLogEvent(logEvent, Filter);
        else
            Console.WriteLine(message);
    }

    internal static void PrintLogEvent(LogEvent logEvent, LogFilterEvaluator filter)
    {
        try
        {
            if (filter.ShouldTryKeepMessage(logEvent, out var text))
                WriteLine(text, ColorOf(logEvent.LogLevel()));
        }
        catch (FormatException cause)
        {
            // The user's format does not fit its arguments. Formatting it once more would throw again.
            WriteLine(DescribeBadFormat(logEvent, cause), ErrorColor);
        }
    }

    private static string DescribeBadFormat(LogEvent logEvent, FormatException cause)
    {
        var message = logEvent.Message is LogMessage template ? template.Describe() : logEvent.Message;
        return $"[ERROR][{logEvent.Timestamp}][Thread {logEvent.Thread.ManagedThreadId:D4}][StandardOutLogger] " +
            $"Encountered System.FormatException while recording log: [{logEvent.LogLevel().StringFor()}]" +
            $"[{logEvent.LogSource}]. [{message}] {cause.Message} " +
            "Please take a look at the logging call where this occurred and fix your format string.";
    }

    private static ConsoleColor ColorOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => DebugColor,
        LogLevel.InfoLevel => InfoColor,
        LogLevel.WarningLevel => WarningColor,
        _ => ErrorColor,
    };

    private static void WriteLine(string text, ConsoleColor color)
    {
        // The colour belongs to the console, not to the line: two threads must not take turns between setting it and
        // writing.
        lock (ConsoleLock)
        {
            if (!UseColors || Console.IsOutputRedirected)
            {
                Console.WriteLine(text);
                return;
            }

            Console.ForegroundColor = color;
            Console.WriteLine(text);
            Console.ResetColor();
        }
    }
}
