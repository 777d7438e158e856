using Akka.Configuration;

namespace ActorSockets.Server;

/// <summary>How a start that failed is told: one message on the standard error output, and an exit code.</summary>
internal static class Failure
{
    /// <summary>The exit code for failures that users can mend; null for defects, which show their stack trace.
    /// </summary>
    public static int? CodeOf(Exception failure) => failure switch
    {
        ConfigurationException => ExitCode.Configuration,
        IOException => ExitCode.System,
        _ => null,
    };

    public static int Report(string message, int code)
    {
        Console.Error.WriteLine($"actorsockets: {message}");
        return code;
    }
}
