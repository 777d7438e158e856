using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Throws on the line <c>crash</c>, reports all others, and its own life.</summary>
public sealed class CrashingHandler : ConnectionActor
{
    private readonly IActorRef _test;

    public CrashingHandler(IActorRef test)
    {
        _test = test;
        Receive<string>(line => line == "crash", _ => throw new InvalidOperationException("told to crash"));
        Receive<string>(line => test.Tell(line));
        Receive<ConnectionClosed>(closed => test.Tell(closed));
    }

    protected override void PostStop() => _test.Tell($"stopped {Connection.CloseReason?.ToString() ?? "open"}");

    protected override void PostRestart(Exception reason) => _test.Tell($"restarted {Connection.Id}");
}
