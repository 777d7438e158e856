using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations out of HOCON texts, embedded resources and plain objects.</summary>
public class ConfigurationFactory
{
    private const string DefaultResource = "Akka.Configuration.akka.conf";
    private static readonly Lazy<Config> DefaultConfig =
        new(() => FromResource(DefaultResource, typeof(ConfigurationFactory).Assembly));

    public static Config Empty => Config.Empty;

    /// <summary>The runtime's own defaults. Parsed once: a <see cref="Config"/> never changes.</summary>
    public static Config Default() => DefaultConfig.Value;

    /// <summary>
    /// Akka.NET reads the section <c>akka</c> of an application's app.config here. Without one it answers with an empty
    /// configuration, as this does always: .NET applications of today have no app.config.
    /// </summary>
    public static Config Load() => Config.Empty;

    public static Config ParseString(string hocon) => ParseString(hocon, null);

    public static Config ParseString(string hocon, Func<string, HoconRoot>? includeCallback)
        => new(Parser.Parse(hocon, includeCallback));

    public static Config FromObject(object source) => new(new HoconRoot(ObjectToHocon.Convert(source)));

    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);
        // An object of any kind names its assembly; an assembly names itself, whichever overload the compiler chose.
        var assembly = instanceInAssembly as Assembly
                       ?? (instanceInAssembly as Type)?.Assembly
                       ?? instanceInAssembly.GetType().Assembly;
        return FromResource(resourceName, assembly);
    }

    public static Config FromResource<TAssembly>(string resourceName)
        => FromResource(resourceName, typeof(TAssembly).Assembly);

    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ArgumentNullException(
                nameof(resourceName),
                $"The assembly {assembly.GetName().Name} has no embedded resource '{resourceName}'");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }
}
