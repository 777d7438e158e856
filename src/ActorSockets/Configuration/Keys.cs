using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorSockets.Configuration;

/// <summary>Walks the keys of a configuration, which may stand in it or in any of its fallbacks.</summary>
internal static class Keys
{
    /// <summary>The keys below a path, each once, those of the configuration itself before those of its fallbacks.
    /// </summary>
    public static IReadOnlyList<string> Below(Config config, string path)
    {
        var keys = new List<string>();
        for (var layer = config; layer is not null; layer = layer.Fallback)
            keys.AddRange(At(layer, path)?.GetObject()?.Items.Keys.Except(keys) ?? []);
        return keys;
    }

    /// <summary>Whether the path leads to a section, and not to a value.</summary>
    public static bool IsSection(Config config, string path) => config.GetValue(path)?.IsObject() ?? false;

    private static HoconValue? At(Config layer, string path)
    {
        var node = layer.Root;
        foreach (var key in path.Split('.'))
            node = node?.GetObject()?.Items.GetValueOrDefault(key);
        return node;
    }
}
