using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>Makes one connection, and stops when it has its handler or cannot be made.</summary>
/// <remarks>Parent: <see cref="ClientsActor"/>. Until the connection has a handler, Akka.IO ends it when this actor
/// does.</remarks>
internal sealed class ConnectActor : ReceiveActor
{
    private readonly ServerProtocol.Connect _connect;
    private readonly IActorRef _requester;
    private readonly ConnectionTable _table;
    private readonly IActorRef _connections;

    public ConnectActor(
        ServerProtocol.Connect connect, IActorRef requester, ConnectionTable table, IActorRef connections)
    {
        _connect = connect;
        _requester = requester;
        _table = table;
        _connections = connections;
        Receive<Tcp.Connected>(OnConnected);
        Receive<Tcp.CommandFailed>(OnFailed);
        Receive<ServerProtocol.Opened>(Answer);
        Receive<ServerProtocol.ConnectFailed>(Answer);
    }

    public static Props Props(
        ServerProtocol.Connect connect, IActorRef requester, ConnectionTable table, IActorRef connections) =>
        Akka.Actor.Props.Create(() => new ConnectActor(connect, requester, table, connections));

    protected override void PreStart() => SocketIO.For(Context.System).Tcp.Tell(
        new Tcp.Connect(_connect.EndPoint, options: SocketOptions, timeout: _connect.Options.ConnectTimeout));

    private Inet.SocketOption[] SocketOptions => _connect.Options.Tls is { } tls ? [tls] : [];

    private void OnConnected(Tcp.Connected connected) => ConnectionSupervisor.Open(_table, _connections, new(
        Sender,
        connected.RemoteAddress,
        connected.LocalAddress,
        Listener: "",
        _connect.Options,
        _connect.Handler,
        Self));

    private void OnFailed(Tcp.CommandFailed failed)
    {
        var cause = failed.Cause.HasValue ? failed.Cause.Value : null;
        var failure = new ConnectFailedException(_connect.EndPoint, SocketFailures.Describe(failed), cause);
        Answer(new ServerProtocol.ConnectFailed(failure));
    }

    private void Answer(object answer)
    {
        _requester.Tell(answer);
        Context.Stop(Self);
    }
}
