using Akka.Actor;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>
/// Passes an actor system's log events on to the application's loggers; the category is the type that logged. The
/// factory is that of a <see cref="LoggerFactorySetup"/>, or else the container's.
/// </summary>
public class LoggerFactoryLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    protected readonly ILoggingAdapter InternalLogger =
        Akka.Event.Logging.GetLogger(Context.System.EventStream, nameof(LoggerFactoryLogger));

    private readonly ILoggerFactory _factory = FindFactory(Context.System);
    private readonly Dictionary<Type, ILogger> _loggers = [];

    protected override void PostStop() => InternalLogger.Info($"{nameof(LoggerFactoryLogger)} stopped");

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                InternalLogger.Info($"{nameof(LoggerFactoryLogger)} started");
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent log:
                Log(log, Sender.Path);
                return true;
            default:
                return false;
        }
    }

    protected virtual void Log(LogEvent log, ActorPath path)
    {
        if (!_loggers.TryGetValue(log.LogClass, out var logger))
            _loggers[log.LogClass] = logger = _factory.CreateLogger(log.LogClass);

        var level = LevelOf(log);
        if (logger.IsEnabled(level))
            logger.Log(level, new EventId(), new AkkaLogState(log), log.Cause, (state, _) => state.ToString());
    }

    private static LogLevel LevelOf(LogEvent log) => log.LogLevel() switch
    {
        Akka.Event.LogLevel.DebugLevel => LogLevel.Debug,
        Akka.Event.LogLevel.InfoLevel => LogLevel.Information,
        Akka.Event.LogLevel.WarningLevel => LogLevel.Warning,
        _ => LogLevel.Error,
    };

    private static ILoggerFactory FindFactory(ActorSystem system)
    {
        var setup = system.Settings.Setup.Get<LoggerFactorySetup>();
        var factory = setup.HasValue
            ? setup.Value.LoggerFactory
            : DependencyResolver.For(system).Resolver.GetService<ILoggerFactory>();
        return factory ?? throw new ConfigurationException(
            $"{nameof(LoggerFactoryLogger)} found no {nameof(ILoggerFactory)} in the setups or the container");
    }
}
