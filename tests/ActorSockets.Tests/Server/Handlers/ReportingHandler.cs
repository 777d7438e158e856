using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Reports lines, messages and the end to the test.</summary>
public sealed class ReportingHandler : ConnectionActor
{
    public ReportingHandler(IActorRef test)
    {
        Receive<string>(line => test.Tell($"{(IsFrame ? "frame" : "message")} {line}"));
        Receive<ConnectionClosed>(closed => test.Tell(closed));
    }
}
