using Akka.Configuration;
using Akka.TestKit.Configs;

namespace Akka.TestKit.Tests;

public class SettingsTests : Xunit2.TestKit
{
    private const string ConfiguratorName = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit";

    [Fact]
    public void Have_the_defaults_of_Akka()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), TestKitSettings.DefaultTimeout);
        Assert.Equal(TimeSpan.FromSeconds(3), TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(3), TestKitSettings.TestEventFilterLeeway);
        Assert.Equal(1, TestKitSettings.TestTimeFactor);
        Assert.False(TestKitSettings.LogTestKitCalls);
        Assert.Equal("akka.test.calling-thread-dispatcher", CallingThreadDispatcher.Id);
    }

    [Theory]
    [InlineData("akka.test.calling-thread-dispatcher.type")]
    [InlineData("akka.test.test-actor.dispatcher.type")]
    public void Run_test_actors_on_the_thread_of_the_test(string path)
        => Assert.Equal(ConfiguratorName, Sys.Settings.Config.GetString(path));

    [Fact]
    public void Refuse_a_factor_that_is_not_positive()
    {
        var config = ConfigurationFactory.ParseString("akka.test.timefactor = 0").WithFallback(DefaultConfig);

        Assert.Contains(
            "Expected a positive value for \"akka.test.timefactor\" but found 0",
            Assert.Throws<ConfigurationException>(() => new TestKitSettings(config)).Message);
    }

    [Fact]
    public void Come_with_a_configuration_for_virtual_time()
        => Assert.Equal(
            "Akka.TestKit.TestScheduler, Akka.TestKit",
            TestConfigs.TestSchedulerConfig.GetString("akka.scheduler.implementation"));
}
