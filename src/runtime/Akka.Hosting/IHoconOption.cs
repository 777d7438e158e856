using Akka.Actor.Setup;

namespace Akka.Hosting;

/// <summary>Options that know where in HOCON they belong, and how to get there.</summary>
public interface IHoconOption
{
    string ConfigPath { get; }

    Type Class { get; }

    void Apply(AkkaConfigurationBuilder builder, Setup? setup = null);
}
