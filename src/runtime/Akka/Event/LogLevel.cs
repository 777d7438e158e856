namespace Akka.Event;

/// <summary>How serious a log event is. "Off" lies above all of these and has no name of its own.</summary>
public enum LogLevel
{
    DebugLevel,
    InfoLevel,
    WarningLevel,
    ErrorLevel,
}
