using Akka.Configuration;

namespace ActorSockets.Configuration;

/// <summary>The defaults of every key, as embedded from <c>HOCON/reference.conf</c>.</summary>
internal static class Reference
{
    public static Config Config { get; } =
        ConfigurationFactory.FromResource("ActorSockets.reference.conf", typeof(Reference).Assembly);
}
