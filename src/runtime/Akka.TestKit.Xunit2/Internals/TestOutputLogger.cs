using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Writes log events to the output of a test.</summary>
public class TestOutputLogger : ReceiveActor
{
    private readonly ITestOutputHelper _output;

    public TestOutputLogger(ITestOutputHelper output)
    {
        _output = output;
        Receive<LogEvent>(Write);
        Receive<InitializeLogger>(initialize =>
        {
            initialize.LoggingBus.Subscribe(Self, typeof(LogEvent));
            Sender.Tell(new LoggerInitialized());
        });
    }

    private void Write(LogEvent logEvent)
    {
        try
        {
            _output.WriteLine(TextOf(logEvent));
        }
        catch (InvalidOperationException)
        {
            // The test has ended, and xUnit takes no more output of it. What the system logs while it stops is lost.
        }
    }

    private static string TextOf(LogEvent logEvent)
    {
        try
        {
            return logEvent.ToString();
        }
        catch (FormatException cause)
        {
            return $"Received a malformed formatted message. Log level: [{logEvent.LogLevel()}], " +
                $"Source: [{logEvent.LogSource}], Template: [{(logEvent.Message as LogMessage)?.Format}], " +
                $"args: [{(logEvent.Message as LogMessage)?.Unformatted()}]: {cause.Message}";
        }
    }
}
