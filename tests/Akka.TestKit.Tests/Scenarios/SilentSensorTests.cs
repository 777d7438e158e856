using Akka.TestKit.Configs;

namespace Akka.TestKit.Tests.Scenarios;

public class SilentSensorTests : Xunit2.TestKit
{
    public SilentSensorTests()
        : base(TestConfigs.TestSchedulerConfig)
    {
    }

    [Fact]
    public void Gives_up_after_a_minute_of_silence()
    {
        var thermostat = ActorOfAsTestActorRef(() => new Thermostat(TestActor));
        Watch(thermostat);

        EventFilter.Warning(start: "No measurement").ExpectOne(
            () => ((TestScheduler)Sys.Scheduler).Advance(Thermostat.SensorTimeout));

        ExpectTerminated(thermostat);
    }
}
