using System.Globalization;
using Akka.Event;

namespace Akka.Tests.Event;

public class LogEventTests
{
    [Fact]
    public void Shows_level_time_thread_source_and_message()
    {
        var info = new Info("source", GetType(), "hello");

        Assert.Matches(
            @"^\[INFO\]\[\d\d/\d\d/\d{4} \d\d:\d\d:\d\d\.\d{3}Z\]\[Thread \d{4}\]\[source\] hello$", info.ToString());
        Assert.Contains(
            info.Timestamp.ToString("MM/dd/yyyy HH:mm:ss.fff", CultureInfo.InvariantCulture), info.ToString());
        Assert.Contains($"[Thread {info.Thread.ManagedThreadId:D4}]", info.ToString());
    }

    [Fact]
    public void Shows_the_cause()
    {
        var cause = new InvalidOperationException("boom");

        var error = new Error(cause, "source", GetType(), "hello");

        Assert.EndsWith($"] hello{Environment.NewLine}Cause: {cause}", error.ToString());
    }

    [Fact]
    public void Knows_its_level()
    {
        Assert.Equal(LogLevel.DebugLevel, new Debug("s", GetType(), "m").LogLevel());
        Assert.Equal(LogLevel.InfoLevel, new Info("s", GetType(), "m").LogLevel());
        Assert.Equal(LogLevel.WarningLevel, new Warning("s", GetType(), "m").LogLevel());
        Assert.Equal(LogLevel.ErrorLevel, new Error(null, "s", GetType(), "m").LogLevel());
    }

    [Fact]
    public void Is_of_the_time_and_thread_of_its_creation()
    {
        var before = DateTime.UtcNow;

        var debug = new Debug(new InvalidOperationException(), "source", GetType(), "hello");

        Assert.InRange(debug.Timestamp, before, DateTime.UtcNow);
        Assert.Equal(DateTimeKind.Utc, debug.Timestamp.Kind);
        Assert.Same(Thread.CurrentThread, debug.Thread);
        Assert.IsType<InvalidOperationException>(debug.Cause);
        Assert.Equal(GetType(), debug.LogClass);
    }
}
