using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting.Tests.Logging;

public class LoggerConfigBuilderTests
{
    [Fact]
    public void Sets_levels_and_the_default_logger_by_default()
    {
        var config = Configure(_ => { });

        Assert.Equal("Info", config.GetString("akka.loglevel"));
        Assert.Equal("false", config.GetString("akka.log-config-on-start"));
        Assert.StartsWith("Akka.Event.DefaultLogger,", Assert.Single(config.GetStringList("akka.loggers")));
        Assert.Null(config.GetConfig("akka.actor.debug"));
        Assert.False(config.HasPath("akka.log-dead-letters"));
    }

    [Fact]
    public void Sets_what_it_was_told()
    {
        var config = Configure(loggers =>
        {
            loggers.LogLevel = LogLevel.WarningLevel;
            loggers.LogConfigOnStart = true;
            loggers.ClearLoggers();
            loggers.DebugOptions = new DebugOptions { Receive = true, FiniteStateMachine = false };
            loggers.DeadLetterOptions = new DeadLetterOptions
            {
                LogCount = 99, LogDuringShutdown = false, LogSuspendDuration = TimeSpan.Zero,
            };
        });

        Assert.Equal("Warning", config.GetString("akka.loglevel"));
        Assert.True(config.GetBoolean("akka.log-config-on-start"));
        Assert.Empty(config.GetStringList("akka.loggers"));
        Assert.Equal(["receive", "fsm"], config.GetConfig("akka.actor.debug").AsEnumerable().Select(i => i.Key));
        Assert.Equal(99, config.GetInt("akka.log-dead-letters"));
        Assert.False(config.GetBoolean("akka.log-dead-letters-during-shutdown", true));
        Assert.Equal("infinite", config.GetString("akka.log-dead-letters-suspend-duration"));
    }

    [Theory]
    [InlineData(TriStateValue.All, "on")]
    [InlineData(TriStateValue.None, "off")]
    [InlineData(TriStateValue.Some, "10")]
    public void Logs_none_all_or_some_dead_letters(TriStateValue which, string expected)
    {
        Config config = new DeadLetterOptions { ShouldLog = which }.ToString();

        Assert.Equal(expected, config.GetString("akka.log-dead-letters"));
    }

    [Fact]
    public void Collects_filters()
    {
        var filters = 0;

        Configure(loggers =>
        {
            loggers.LogFilterBuilder = new LogFilterBuilder().ExcludeSourceContaining("a");
            loggers.WithLogFilter(builder => builder.ExcludeMessageContaining("b"));
            filters = loggers.LogFilterBuilder.Build().Filters.Length;
        });

        Assert.Equal(2, filters);
    }

    [Fact]
    public void Refuses_a_formatter_that_it_cannot_make()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => Configure(loggers => loggers.WithDefaultLogMessageFormatter<DemandingFormatter>()));

        Assert.Contains("must have an empty constructor", error.Message);
        Assert.Throws<ConfigurationException>(() => Configure(loggers => loggers.LogMessageFormatter = typeof(string)));
    }

    [Fact]
    public async Task Formats_log_messages_its_own_way()
    {
        using var host = await HostedSystem.StartAsync((builder, _) => builder.ConfigureLoggers(
            loggers => loggers.ClearLoggers().WithDefaultLogMessageFormatter<ShoutingFormatter>()));

        var system = host.Services.GetRequiredService<ActorSystem>();

        Assert.Equal("HELLO 1!", system.Settings.LogFormatter.Format("hello {0}", 1));
        await host.StopAsync();
    }

    private static Config Configure(Action<LoggerConfigBuilder> configure)
        => new AkkaConfigurationBuilder(new ServiceCollection(), "logging").ConfigureLoggers(configure)
            .Configuration.Value!;

    public class ShoutingFormatter : ILogMessageFormatter
    {
        public virtual string Format(string format, params object?[] args)
            => string.Format(format, args).ToUpperInvariant() + "!";

        public virtual string Format(string format, IEnumerable<object?> args) => Format(format, args.ToArray());
    }

    public class DemandingFormatter(string end) : ShoutingFormatter
    {
        public override string Format(string format, params object?[] args) => base.Format(format, args) + end;
    }
}
