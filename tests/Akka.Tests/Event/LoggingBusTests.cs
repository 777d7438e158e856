using Akka.Event;

namespace Akka.Tests.Event;

public class LoggingBusTests : TestKit.Xunit2.TestKit
{
    private static readonly LogLevel[] Levels =
        [LogLevel.DebugLevel, LogLevel.InfoLevel, LogLevel.WarningLevel, LogLevel.ErrorLevel];

    public static TheoryData<LogLevel> AllLevels => [.. Levels];

    public LoggingBusTests()
        : base("""akka.loggers = ["Akka.Tests.Event.ForwardingLogger, Akka.Tests"]""")
        => Sys.EventStream.Publish(new Error(null, "test", GetType(), new ForwardingLogger.Target(TestActor)));

    [Theory]
    [MemberData(nameof(AllLevels))]
    public void Delivers_what_is_of_the_level_or_above(LogLevel level)
    {
        Sys.EventStream.SetLogLevel(level);

        LogAll();

        Assert.Equal(Levels.Where(l => l >= level), ReceiveAll());
        Assert.Equal(level, Sys.EventStream.LogLevel);
    }

    [Theory]
    [MemberData(nameof(AllLevels))]
    public void Tells_its_loggers_which_levels_are_enabled(LogLevel level)
    {
        Sys.EventStream.SetLogLevel(level);

        Assert.All(Levels, l => Assert.Equal(l >= level, Log.IsEnabled(l)));
        Assert.Equal(level <= LogLevel.DebugLevel, Log.IsDebugEnabled);
        Assert.Equal(level <= LogLevel.InfoLevel, Log.IsInfoEnabled);
        Assert.Equal(level <= LogLevel.WarningLevel, Log.IsWarningEnabled);
        Assert.True(Log.IsErrorEnabled);
    }

    [Fact]
    public void Delivers_nothing_when_it_is_off()
    {
        Sys.EventStream.SetLogLevel(Logging.LogLevelFor("OFF"));

        LogAll();

        Assert.Empty(ReceiveAll());
    }

    [Fact]
    public void Delivers_again_what_was_off()
    {
        Sys.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        Sys.EventStream.SetLogLevel(LogLevel.DebugLevel);

        LogAll();

        Assert.Equal(Levels, ReceiveAll());
    }

    private void LogAll()
    {
        foreach (var level in Levels)
            Log.Log(level, "{0}", [level]);
    }

    private List<LogLevel> ReceiveAll()
    {
        // The logger answers what it is told after the events that it has got before.
        Sys.ActorSelection("/system/log*").Tell("fence", TestActor);
        var received = ReceiveWhile<LogEvent>(_ => true, shouldIgnoreOtherMessageTypes: false);
        ExpectMsg("fence");
        return [.. received.Select(logEvent => logEvent.LogLevel())];
    }
}
