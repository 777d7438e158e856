using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>The bus that carries log events to the loggers, by level.</summary>
public class LoggingBus : ActorEventBus<object, Type>
{
    private static readonly LogLevel[] AllLogLevels = Enum.GetValues<LogLevel>();
    private static int _loggerId;

    private ImmutableList<IActorRef> _loggers = [];

    public LoggingBus()
    {
    }

    public LogLevel LogLevel { get; private set; }

    public void SetLogLevel(LogLevel logLevel)
    {
        LogLevel = logLevel;
        foreach (var logger in _loggers)
        {
            SubscribeLogLevelAndAbove(logLevel, logger);
            foreach (var below in AllLogLevels.Where(level => level < logLevel))
                Unsubscribe(logger, below.ClassFor());
        }
    }

    public void StartStdoutLogger(Settings config)
    {
        SetUpStdoutLogger(config);
        Publish(new Debug(SimpleName(this), GetType(), "StandardOutLogger started"));
    }

    protected override bool Classify(object @event, Type classifier) => classifier.IsInstanceOfType(@event);

    protected override Type GetClassifier(object @event) => @event.GetType();

    protected override bool IsSubClassification(Type parent, Type child) => parent.IsAssignableFrom(child);

    protected override void Publish(object @event, IActorRef subscriber) => subscriber.Tell(@event);

    internal void StartDefaultLoggers(ActorSystemImpl system)
    {
        var settings = system.Settings;
        var types = settings.Loggers.Select(FindLoggerType).ToList();

        // Set before the loggers start: one that answers late subscribes to the level that holds then.
        LogLevel = Logging.LogLevelFor(settings.LogLevel);
        var busName = $"{SimpleName(this)}({system.Name})";
        foreach (var type in types.Where(type => type != typeof(StandardOutLogger)))
            AddLogger(system, type, busName);

        if (settings.DebugUnhandledMessage)
            StartUnhandledMessageForwarder(system);

        if (!types.Contains(typeof(StandardOutLogger)))
        {
            Publish(new Debug(busName, GetType(), "StandardOutLogger being removed"));
            Unsubscribe(settings.StdoutLogger);
        }

        Publish(new Debug(busName, GetType(), "Default Loggers started"));
    }

    internal void StopDefaultLoggers(ActorSystem system)
    {
        SetUpStdoutLogger(system.Settings);
        Publish(new Debug(SimpleName(this), GetType(), "Shutting down: StandardOutLogger started"));

        foreach (var logger in _loggers)
        {
            Unsubscribe(logger);
            if (logger is IInternalActorRef actor)
                actor.Stop();
        }

        Publish(new Debug(SimpleName(this), GetType(), "All default loggers stopped"));
    }

    private static Type FindLoggerType(string name)
        => Type.GetType(name)
            ?? throw new ConfigurationException($"""Logger specified in config cannot be found: "{name}" """.TrimEnd());

    private void AddLogger(ActorSystemImpl system, Type type, string busName)
    {
        var settings = system.Settings;
        var name = $"log{Interlocked.Increment(ref _loggerId)}-{SimpleName(type)}";
        var props = Props.Create(type).WithDispatcher(settings.LoggersDispatcher);
        var logger = system.SystemActorOf(props, name);
        var started = Register(logger, name, type, busName);

        // The system is not usable before this returns: there is no actor here that could be blocked. A logger that
        // fails or is slow must not keep the system from starting; it is subscribed once it answers.
        if (!settings.LoggerAsyncStart && !started.Wait(settings.LoggerStartTimeout))
        {
            Publish(new Warning(busName, GetType(),
                $"Logger {name} [{type.FullName}] did not respond within {settings.LoggerStartTimeout} " +
                "to InitializeLogger(bus)"));
        }
    }

    private async Task Register(IActorRef logger, string name, Type type, string busName)
    {
        try
        {
            var response = await logger
                .Ask(new InitializeLogger(this), Timeout.InfiniteTimeSpan)
                .ConfigureAwait(false);

            if (response is not LoggerInitialized)
            {
                throw new LoggerInitializationException(
                    $"Logger {name} [{type.FullName}] did not respond with LoggerInitialized, " +
                    $"sent instead {response}");
            }

            ImmutableInterlocked.Update(ref _loggers, loggers => loggers.Add(logger));
            SubscribeLogLevelAndAbove(LogLevel, logger);
            Publish(new Debug(busName, GetType(), $"Logger {name} [{type.Name}] started"));
        }
        catch (Exception cause)
        {
            var text = $"Logger [{type.FullName}] cannot be loaded: {cause.Message}";
            Publish(new Error(cause, busName, GetType(), text));
        }
    }

    private void StartUnhandledMessageForwarder(ActorSystemImpl system)
    {
        var props = Props.Create(typeof(UnhandledMessageForwarder));
        var forwarder = system.SystemActorOf(props, nameof(UnhandledMessageForwarder));
        Subscribe(forwarder, typeof(UnhandledMessage));
    }

    private void SetUpStdoutLogger(Settings settings)
        => SubscribeLogLevelAndAbove(Logging.LogLevelFor(settings.StdoutLogLevel), settings.StdoutLogger);

    private void SubscribeLogLevelAndAbove(LogLevel logLevel, IActorRef logger)
    {
        foreach (var level in AllLogLevels.Where(level => level >= logLevel))
            Subscribe(logger, level.ClassFor());
    }
}
