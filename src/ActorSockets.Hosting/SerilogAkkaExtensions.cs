using Akka.Configuration;
using Akka.Hosting;
using Serilog;

namespace ActorSockets.Hosting;

/// <summary>Serilog for an actor system that Akka.Hosting starts.</summary>
public static class SerilogAkkaExtensions
{
    /// <summary>Makes Serilog the only logger of the actor system. The level is still that of <c>akka.loglevel</c>,
    /// before the logger's own.</summary>
    /// <param name="builder">The actor system's builder.</param>
    /// <param name="logger">Where the lines go.</param>
    public static AkkaConfigurationBuilder WithSerilog(this AkkaConfigurationBuilder builder, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(logger);

        var type = typeof(SerilogLogger);
        var loggers = $"akka.loggers = [\"{type.FullName}, {type.Assembly.GetName().Name}\"]";
        return builder
            .AddHocon(ConfigurationFactory.ParseString(loggers), HoconAddMode.Prepend)
            .AddSetup(new SerilogSetup(logger));
    }
}
