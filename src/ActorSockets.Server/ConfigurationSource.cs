using ActorSockets.Server.Examples;
using Akka.Configuration;

namespace ActorSockets.Server;

/// <summary>Where the configuration comes from: the settings of the command line, before those of a file.</summary>
internal static class ConfigurationSource
{
    /// <summary>The file that comes with the program.</summary>
    public static string DefaultFile => Path.Combine(AppContext.BaseDirectory, "HOCON", "server.conf");

    /// <param name="file">The file; null for the one that comes with the program.</param>
    /// <param name="settings">Texts of the form <c>key=value</c>; of two for the same key the later one counts.</param>
    /// <exception cref="ConfigurationException">The file cannot be read, or there is a mistake in it or in a setting.
    /// </exception>
    public static Config Load(string? file, IEnumerable<string> settings)
    {
        var config = Parse(Read(file ?? DefaultFile), file ?? DefaultFile);
        return settings.Aggregate(config, (below, setting) => Setting.Parse(setting).WithFallback(below));
    }

    /// <summary>The servers that a configuration makes.</summary>
    /// <exception cref="ConfigurationException">There is a mistake in it, or no server.</exception>
    public static IReadOnlyList<SocketServerOptions> Servers(Config config) =>
        SocketServerOptions.FromConfig(config, ExampleHandlers.ByName) is { Count: > 0 } servers
            ? servers
            : throw new ConfigurationException("actorsockets.servers is empty: there is nothing to serve.");

    /// <param name="hocon">The text.</param>
    /// <param name="origin">What to call it in an error.</param>
    public static Config Parse(string hocon, string origin)
    {
        try
        {
            return ConfigurationFactory.ParseString(hocon);
        }
        catch (Exception mistake)
        {
            // A parser may throw what it likes about a text that is not HOCON; none of it is a defect of this program.
            throw new ConfigurationException($"{origin}: {mistake.Message}", mistake);
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{file}: cannot be read. {refused.Message}", refused);
        }
    }
}
