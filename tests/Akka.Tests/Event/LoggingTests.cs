using Akka.Event;

namespace Akka.Tests.Event;

public class LoggingTests
{
    [Theory]
    [InlineData("debug", LogLevel.DebugLevel)]
    [InlineData("INFO", LogLevel.InfoLevel)]
    [InlineData("Warning", LogLevel.WarningLevel)]
    [InlineData("error", LogLevel.ErrorLevel)]
    [InlineData("off", (LogLevel)int.MaxValue)]
    public void Reads_levels(string text, LogLevel level)
    {
        Assert.Equal(level, Logging.LogLevelFor(text));
        Assert.Equal(text.ToUpperInvariant(), level.StringFor());
    }

    [Theory]
    [InlineData("loud")]
    [InlineData(null)]
    public void Refuses_other_levels(string? text)
        => Assert.StartsWith(
            $"Unknown LogLevel: \"{text?.ToUpperInvariant()}\". " +
            "Valid values are: \"DEBUG\", \"INFO\", \"WARNING\", \"ERROR\"",
            Assert.Throws<ArgumentException>("logLevel", () => Logging.LogLevelFor(text)).Message);

    [Fact]
    public void Knows_the_classes_of_levels()
    {
        Assert.Equal(typeof(Debug), LogLevel.DebugLevel.ClassFor());
        Assert.Equal(typeof(Info), LogLevel.InfoLevel.ClassFor());
        Assert.Equal(typeof(Warning), LogLevel.WarningLevel.ClassFor());
        Assert.Equal(typeof(Error), LogLevel.ErrorLevel.ClassFor());
        Assert.Throws<ArgumentException>("logLevel", () => ((LogLevel)4711).ClassFor());
        Assert.Throws<ArgumentException>("logLevel", () => ((LogLevel)4711).StringFor());
    }

    [Fact]
    public void Knows_the_levels_of_classes()
    {
        Assert.Equal(LogLevel.DebugLevel, Logging.LogLevelFor<Debug>());
        Assert.Equal(LogLevel.InfoLevel, Logging.LogLevelFor<Info>());
        Assert.Equal(LogLevel.WarningLevel, Logging.LogLevelFor<Warning>());
        Assert.Equal(LogLevel.ErrorLevel, Logging.LogLevelFor<Error>());
        Assert.StartsWith(
            "Unknown LogEvent type: \"Akka.Event.LogEvent\"",
            Assert.Throws<ArgumentException>(() => Logging.LogLevelFor<LogEvent>()).Message);
    }

    [Fact]
    public void No_logger_logs_nothing()
    {
        NoLogger.Instance.Error("hello");
        NoLogger.Instance.Log(LogLevel.ErrorLevel, null, "hello {0}", 1);

        Assert.False(NoLogger.Instance.IsEnabled(LogLevel.ErrorLevel));
        Assert.False(NoLogger.Instance.IsErrorEnabled);
        Assert.False(NoLogger.Instance.IsDebugEnabled);
    }
}
