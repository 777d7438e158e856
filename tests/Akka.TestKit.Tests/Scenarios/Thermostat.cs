using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Tests.Scenarios;

/// <summary>What the scenarios of the README test: it switches a heater, and gives up on a silent sensor.</summary>
public sealed class Thermostat : ReceiveActor
{
    public static readonly TimeSpan SensorTimeout = TimeSpan.FromMinutes(1);

    private readonly IActorRef _heater;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public Thermostat(IActorRef heater)
    {
        _heater = heater;
        SetReceiveTimeout(SensorTimeout);
        Receive<Measured>(OnMeasured);
        Receive<GetTemperature>(_ => Sender.Tell(new Temperature(Degrees)));
        Receive<ReceiveTimeout>(_ => OnSilence());
    }

    public double Degrees { get; private set; }

    private void OnMeasured(Measured measured)
    {
        if (double.IsNaN(measured.Degrees))
            throw new ArgumentException("The sensor is broken");

        Degrees = measured.Degrees;
        _heater.Tell(Degrees < 20 ? "on" : "off");
    }

    private void OnSilence()
    {
        _log.Warning("No measurement for {0}", SensorTimeout);
        Context.Stop(Self);
    }

    public sealed record Measured(double Degrees);

    public sealed record GetTemperature;

    public sealed record Temperature(double Degrees);
}
