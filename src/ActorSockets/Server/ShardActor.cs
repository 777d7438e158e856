using ActorSockets.IO;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>Owns the handlers of all connections of one server whose sockets live on one I/O thread, and supervises
/// them.</summary>
/// <remarks>Parent: <see cref="ConnectionSupervisor"/>. Children: the handlers, each named by its connection's id. On a
/// failure of its own it is resumed: what it knows is always whole between two messages.</remarks>
internal sealed class ShardActor : ReceiveActor
{
    private readonly ConnectionTable _table;
    private readonly Dictionary<IActorRef, Connection> _connections = [];
    private readonly Dictionary<Props, HandlerProps> _handlers = [];

    public ShardActor(ConnectionTable table)
    {
        _table = table;
        Receive<ServerProtocol.Open>(OnOpen);
    }

    public static Props Props(ConnectionTable table, string dispatcher) =>
        Akka.Actor.Props.Create(() => new ShardActor(table)).WithDispatcher(dispatcher);

    protected override SupervisorStrategy SupervisorStrategy() => new HandlerStrategy(_connections, _table.Log);

    private void OnOpen(ServerProtocol.Open open)
    {
        if (!_table.TryEnter())
        {
            open.Socket.Tell(Tcp.Abort.Instance);
            return;
        }

        var connection = new Connection(_table, open.Listener, open.Options, open.Remote, open.Local)
        {
            Tls = (open.Socket as TcpConnection)?.TlsSession,
        };
        try
        {
            Start(open, connection);
        }
        catch (Exception cause) when (cause is ConfigurationException or ArgumentException)
        {
            // The handler's Props name a mailbox that does not exist, or the framer has no decoder: not this peer's
            // fault.
            _table.Log.Error(cause, "Connection {0} cannot get a handler, and is reset", connection);
            _table.Leave(CloseReason.HandlerFailed);
            open.Socket.Tell(Tcp.Abort.Instance);
            var failure = new ConnectFailedException(open.Remote, "its handler cannot be created", cause);
            open.Requester.Tell(new ServerProtocol.ConnectFailed(failure));
        }
    }

    private void Start(ServerProtocol.Open open, Connection connection)
    {
        var executor = (open.Socket as LoopActorRef)?.Executor ?? new DispatcherExecutor(Context.Dispatcher);
        var socket = new ConnectionSocket((ExtendedActorSystem)Context.System, Self, executor, open.Socket, connection);
        connection.Attach(socket);
        socket.Begin();
        var handler = Context.ActorOf(PropsOf(open).For(connection), connection.Id.ToString());
        connection.Handler = handler;
        _connections.Add(handler, connection);
        _table.LogOpened(connection);
        socket.Serve(handler);
        open.Requester.Tell(new ServerProtocol.Opened(connection));
    }

    private HandlerProps PropsOf(ServerProtocol.Open open)
    {
        if (!_handlers.TryGetValue(open.Handler, out var props))
        {
            props = new HandlerProps(open.Handler, open.Options.HandlerDispatcher, Context.Dispatcher.Id);
            _handlers.Add(open.Handler, props);
        }

        return props;
    }
}
