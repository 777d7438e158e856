namespace ActorSockets.Tests.Server.Handlers;

/// <summary>What one peer says, all others hear.</summary>
public sealed class ChatHandler : ConnectionActor
{
    public ChatHandler() => Receive<string>(line => Send(To.Others, line));
}
