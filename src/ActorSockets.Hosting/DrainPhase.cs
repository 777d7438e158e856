using System.Globalization;
using Akka.Configuration;

namespace ActorSockets.Hosting;

/// <summary>What a host that drains its servers needs of the actor system's coordinated shutdown.</summary>
internal static class DrainPhase
{
    private const string TimeoutKey = "akka.coordinated-shutdown.phases.service-stop.timeout";

    // After the drain's deadline the handlers of aborted connections get a moment to see their end.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    // The host stops the actor system. A hook of the process that does so, too, could come first, and would end it
    // while its servers drain.
    private static readonly Config ByHost =
        ConfigurationFactory.ParseString("akka.coordinated-shutdown.run-by-clr-shutdown-hook = off");

    /// <summary>A configuration that makes the drain's phase last long enough for it; a longer phase stays.</summary>
    public static Config Fitting(Config config, TimeSpan drain)
    {
        var needed = drain + Margin;
        if (config.HasPath(TimeoutKey) && config.GetTimeSpan(TimeoutKey) > needed)
            return ByHost;

        var milliseconds = (long)Math.Ceiling(needed.TotalMilliseconds);
        return ConfigurationFactory
            .ParseString(string.Create(CultureInfo.InvariantCulture, $"{TimeoutKey} = {milliseconds}ms"))
            .WithFallback(ByHost);
    }
}
