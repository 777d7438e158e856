using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>Owns the connections that this actor system has made to servers elsewhere.</summary>
/// <remarks>Parent: <see cref="SocketsActor"/>. Children: <c>connections</c>, and a <see cref="ConnectActor"/> for each
/// connect that is under way; a child that fails is resumed.</remarks>
internal sealed class ClientsActor : ReceiveActor
{
    private readonly ConnectionTable _table = new(SocketsActor.ClientsName, Context.System);
    private IActorRef _connections = ActorRefs.Nobody;

    public ClientsActor() => Receive<ServerProtocol.Connect>(
        connect => Context.ActorOf(ConnectActor.Props(connect, Sender, _table, _connections)));

    public static Props Props { get; } = Akka.Actor.Props.Create(() => new ClientsActor());

    protected override void PreStart() =>
        _connections = Context.ActorOf(ConnectionSupervisor.Props(_table), "connections");

    protected override SupervisorStrategy SupervisorStrategy() => Resuming.Strategy;
}
