using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.DependencyInjection;

/// <summary>Says that a system was created without the setup that an extension needs.</summary>
internal static class MissingSetup
{
    /// <summary>
    /// Logs the error as well: an extension may be loaded where nobody sees what it throws, as when a system starts.
    /// </summary>
    public static ConfigurationException Report(ActorSystem system, string setup, Type extension)
    {
        var error = new ConfigurationException(
            $"Unable to find [{setup}] included in ActorSystem settings. Please specify one before attempting to use "
            + "dependency injection inside Akka.NET.");
        system.EventStream.Publish(new Error(error, "Akka.DependencyInjection", extension, error.Message));
        return error;
    }
}
