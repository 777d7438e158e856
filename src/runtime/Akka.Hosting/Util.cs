using Akka.Configuration;
using Akka.Hosting.Configuration;

namespace Akka.Hosting;

/// <summary>What is done with a configuration on its way into a builder.</summary>
public static class Util
{
    /// <summary>The configuration below a path, dots parting its keys.</summary>
    public static Config MoveTo(this Config config, string path)
        => HoconKeys.Split(path).Reverse().Aggregate(config, (below, key) => below.Root.AtKey(key));
}
