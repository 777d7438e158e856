using Akka.Actor;

namespace Akka.TestKit.Tests.Scenarios;

public class ThermostatTests : Xunit2.TestKit
{
    private readonly TestProbe _heater;
    private readonly IActorRef _thermostat;

    public ThermostatTests()
    {
        _heater = CreateTestProbe("heater");
        _thermostat = ActorOf(Props.Create(() => new Thermostat(_heater.Ref)), "thermostat");
    }

    [Fact]
    public void Answers_with_the_last_measurement()
    {
        _thermostat.Tell(new Thermostat.Measured(21.5));
        _thermostat.Tell(new Thermostat.GetTemperature());

        ExpectMsg(new Thermostat.Temperature(21.5));
    }

    [Fact]
    public async Task Answers_in_time()
    {
        await WithinAsync(TimeSpan.FromSeconds(5), async () =>
        {
            _thermostat.Tell(new Thermostat.GetTemperature());
            await ExpectMsgAsync<Thermostat.Temperature>();
        });
    }

    [Fact]
    public void Switches_the_heater_on_when_it_is_cold()
    {
        _thermostat.Tell(new Thermostat.Measured(12));

        _heater.ExpectMsg("on");
        _heater.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Is_restarted_when_the_sensor_is_broken()
    {
        EventFilter.Exception<ArgumentException>("The sensor is broken")
            .ExpectOne(() => _thermostat.Tell(new Thermostat.Measured(double.NaN)));

        _thermostat.Tell(new Thermostat.GetTemperature());
        ExpectMsg(new Thermostat.Temperature(0));
    }

    [Fact]
    public async Task Works_with_a_heater_that_answers()
    {
        _heater.SetAutoPilot(new DelegateAutoPilot((sender, order) =>
        {
            sender.Tell($"heater is {order}");
            return AutoPilot.KeepRunning;
        }));

        await WithinAsync(TimeSpan.FromSeconds(5), async () =>
        {
            _heater.Ref.Tell("on", TestActor);
            await ExpectMsgAsync("heater is on");
        });
    }

    [Fact]
    public void Remembers_what_it_measured()
    {
        var thermostat = ActorOfAsTestActorRef(() => new Thermostat(_heater.Ref));

        thermostat.Tell(new Thermostat.Measured(18));

        Assert.Equal(18, thermostat.UnderlyingActor.Degrees);
    }
}
