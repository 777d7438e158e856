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

    private readonly CancellationTokenSource _stopping = new();
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
        var loggers = types.Where(type => !IsMinimal(type)).Select(type => AddLogger(system, type, busName)).ToList();
        if (!settings.LoggerAsyncStart)
            Await(loggers, settings.LoggerStartTimeout, busName);

        if (settings.DebugUnhandledMessage)
            StartUnhandledMessageForwarder(system);

        if (!types.Exists(IsMinimal))
        {
            Publish(new Debug(busName, GetType(), $"{SimpleName(settings.StdoutLogger)} being removed"));
            Unsubscribe(settings.StdoutLogger);
        }

        Publish(new Debug(busName, GetType(), "Default Loggers started"));
    }

    internal void StopDefaultLoggers(ActorSystem system)
    {
        SetUpStdoutLogger(system.Settings);
        var stdout = SimpleName(system.Settings.StdoutLogger);
        Publish(new Debug(SimpleName(this), GetType(), $"Shutting down: {stdout} started"));

        _stopping.Cancel();
        foreach (var logger in _loggers)
            Remove(logger);

        Publish(new Debug(SimpleName(this), GetType(), "All default loggers stopped"));
    }

    private static bool IsMinimal(Type logger) => typeof(MinimalLogger).IsAssignableFrom(logger);

    private static Type FindLoggerType(string name)
        => Type.GetType(name)
            ?? throw new ConfigurationException($"""Logger specified in config cannot be found: "{name}" """.TrimEnd());

    private (string Name, Task Started) AddLogger(ActorSystemImpl system, Type type, string busName)
    {
        var name = $"log{Interlocked.Increment(ref _loggerId)}-{SimpleName(type)}";
        var props = Props.Create(type).WithDispatcher(system.Settings.LoggersDispatcher);
        var logger = system.SystemActorOf(props, name);
        name = $"{name} [{type.FullName}]";
        return (name, Register(logger, name, busName));
    }

    // The system is not usable before this returns: there is no actor here that could be blocked. A logger that fails
    // or is slow must not keep the system from starting; it is subscribed once it answers.
    private void Await(List<(string Name, Task Started)> loggers, TimeSpan timeout, string busName)
    {
        if (Task.WaitAll([.. loggers.Select(logger => logger.Started)], timeout))
            return;

        foreach (var (name, _) in loggers.Where(logger => !logger.Started.IsCompleted))
        {
            Publish(new Warning(busName, GetType(),
                $"Logger {name} did not respond within {timeout} to InitializeLogger(bus), LoggingBus will try and "
                + "wait until it is ready. Since it start up is delayed, this logger may not capture all startup "
                + "events correctly."));
        }
    }

    private async Task Register(IActorRef logger, string name, string busName)
    {
        try
        {
            var response = await logger
                .Ask(new InitializeLogger(this), Timeout.InfiniteTimeSpan, _stopping.Token)
                .ConfigureAwait(false);
            Add(logger, name, busName, response);
        }
        catch (OperationCanceledException)
        {
            Publish(new Warning(busName, GetType(),
                $"Logger {name} startup have been cancelled because of system shutdown. Stopping logger."));
            Remove(logger);
        }
        catch (Exception cause)
        {
            Publish(new Error(cause, busName, GetType(), $"Logger {name} cannot be loaded: {cause.Message}"));
        }
    }

    private void Add(IActorRef logger, string name, string busName, object response)
    {
        if (response is not LoggerInitialized)
        {
            Publish(new Error(null, busName, GetType(),
                $"Logger {name} did not respond with LoggerInitialized, sent instead {response.GetType()}. " +
                "Stopping logger."));
            Remove(logger);
            return;
        }

        ImmutableInterlocked.Update(ref _loggers, loggers => loggers.Add(logger));
        SubscribeLogLevelAndAbove(LogLevel, logger);
        Publish(new Debug(busName, GetType(), $"Logger {name} started"));
    }

    private void Remove(IActorRef logger)
    {
        Unsubscribe(logger);
        if (logger is IInternalActorRef actor)
            actor.Stop();
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
