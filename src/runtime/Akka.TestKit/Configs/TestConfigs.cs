using Akka.Configuration;

namespace Akka.TestKit.Configs;

/// <summary>Configurations to start a test from.</summary>
public static class TestConfigs
{
    public static Config DefaultConfig => TestKitBase.DefaultConfig;

    public static Config TestSchedulerConfig { get; } = ConfigurationFactory
        .FromResource<TestKitBase>("Akka.TestKit.Configs.TestScheduler.conf")
        .WithFallback(TestKitBase.DefaultConfig);
}
