using Akka.Actor;
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
    public void Tells_new_loggers_which_levels_are_enabled(LogLevel level)
    {
        Sys.EventStream.SetLogLevel(level);

        var log = Logging.GetLogger(Sys, this);

        Assert.All(Levels, l => Assert.Equal(l >= level, log.IsEnabled(l)));
        Assert.Equal(level <= LogLevel.DebugLevel, log.IsDebugEnabled);
        Assert.Equal(level <= LogLevel.InfoLevel, log.IsInfoEnabled);
        Assert.Equal(level <= LogLevel.WarningLevel, log.IsWarningEnabled);
        Assert.True(log.IsErrorEnabled);
    }

    [Fact]
    public void Leaves_loggers_the_level_that_they_were_made_at()
    {
        Sys.EventStream.SetLogLevel(LogLevel.DebugLevel);

        Assert.Equal((false, true), (Log.IsDebugEnabled, Log.IsInfoEnabled));
    }

    [Fact]
    public void Carries_all_that_the_system_itself_logs()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Debug));

        Sys.Log.Debug("hello");

        Assert.True(Sys.Log.IsDebugEnabled);
        Assert.Equal("hello", ExpectMsg<Debug>().Message);
    }

    [Fact]
    public async Task Says_what_it_does_when_the_system_ends()
    {
        var system = ActorSystem.Create("ending");
        system.EventStream.Subscribe(TestActor, typeof(Debug));

        await system.Terminate();

        FishForMessage<Debug>(debug => Equals(debug.Message, "System shutdown initiated"));
        foreach (var text in new[] { "Shutting down: StandardOutLogger started", "All default loggers stopped" })
        {
            var said = ExpectMsg<Debug>();
            Assert.Equal((text, typeof(EventStream), "EventStream"), (said.Message, said.LogClass, said.LogSource));
        }

        ExpectNoMsg(TimeSpan.Zero);
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
            Sys.Log.Log(level, "{0}", [level]);
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
