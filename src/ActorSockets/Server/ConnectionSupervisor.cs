using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>Owns the shards of a server's connections, one for each I/O thread, and starts each when the first
/// connection needs it.</summary>
/// <remarks>Parent: <see cref="SocketServerActor"/> or <see cref="ClientsActor"/>. Children: the shards; one that fails
/// is resumed, so that no connection notices. Only a thread's first connections pass through here: see
/// <see cref="Open"/>.</remarks>
internal sealed class ConnectionSupervisor : ReceiveActor
{
    private readonly ConnectionTable _table;

    public ConnectionSupervisor(ConnectionTable table)
    {
        _table = table;
        Receive<ServerProtocol.Open>(OnOpen);
    }

    public static Props Props(ConnectionTable table) => Akka.Actor.Props.Create(() => new ConnectionSupervisor(table));

    /// <summary>Has a socket given a handler, by the shard of its thread where there is one already.</summary>
    public static void Open(ConnectionTable table, IActorRef supervisor, ServerProtocol.Open open)
    {
        var shard = table.Shards.GetValueOrDefault(SocketIO.DispatcherOf(open.Socket), supervisor);
        shard.Tell(open, ActorRefs.NoSender);
    }

    protected override SupervisorStrategy SupervisorStrategy() => Resuming.Strategy;

    private void OnOpen(ServerProtocol.Open open)
    {
        var dispatcher = SocketIO.DispatcherOf(open.Socket);
        if (!_table.Shards.TryGetValue(dispatcher, out var shard))
        {
            shard = Context.ActorOf(ShardActor.Props(_table, dispatcher), $"shard-{_table.Shards.Count}");
            _table.Shards[dispatcher] = shard;
        }

        shard.Tell(open);
    }
}
