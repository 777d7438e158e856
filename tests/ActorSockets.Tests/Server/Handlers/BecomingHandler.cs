using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Answers the first line in one way and all others in another.</summary>
public sealed class BecomingHandler : ConnectionActor
{
    public BecomingHandler(IActorRef test) => Receive<string>(line =>
    {
        test.Tell($"first {line}");
        Become(() => Receive<string>(next => test.Tell($"later {next}")));
    });
}
