namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Sends each line back.</summary>
public sealed class EchoHandler : ConnectionActor
{
    public EchoHandler() => Receive<string>(line => Connection.Send(line));
}
