using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>A section of <c>akka.io</c>, and the words in it that stand for "no limit".</summary>
internal static class IOSection
{
    public static Config Of<TFor>(ActorSystem system, string path) =>
        Require<TFor>(system.Settings.Config.GetConfig(path), path);

    public static Config Require<TFor>(Config? config, string? path = null)
    {
        if (config is null || config.IsNullOrEmpty())
        {
            throw ConfigurationException.NullOrEmptyConfig<TFor>(path);
        }

        return config;
    }

    public static int GetSize(this Config config, string key)
    {
        var size = config.GetString(key, "unlimited") == "unlimited" ? null : config.GetByteSize(key);
        return (int)Math.Min(size ?? int.MaxValue, int.MaxValue);
    }

    public static TimeSpan? GetTimeLimit(this Config config, string key, TimeSpan fallback) =>
        config.GetString(key) == "infinite" ? null : config.GetTimeSpan(key, fallback);
}
