using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>Owns the servers and the clients of an actor system: <c>/user/sockets</c>. Answers those who start and stop
/// servers, when what they asked for is done.</summary>
/// <remarks>Children: a <see cref="SocketServerActor"/> per server, which it watches, and <c>clients</c>; a child that
/// fails is resumed.</remarks>
internal sealed class SocketsActor : ReceiveActor
{
    /// <summary>The name of the actor of all clients: no server can have it.</summary>
    public const string ClientsName = "clients";

    /// <summary>How long a server that has drained may take to be gone before those who stop it are answered all the
    /// same: a handler that blocks its thread would make them wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IActorRef, Server> _servers = [];
    private IActorRef _clients = ActorRefs.Nobody;

    public SocketsActor()
    {
        Receive<ServerProtocol.Start>(OnStart);
        Receive<ServerProtocol.Started>(started => _servers[Sender].Starter.Tell(started));
        Receive<ServerProtocol.StartFailed>(failed => _servers[Sender].Failure = failed);
        Receive<ServerProtocol.Unbind>(OnUnbind);
        Receive<ServerProtocol.Stop>(OnStop);
        Receive<ServerProtocol.Drained>(OnDrained);
        Receive<TakesTooLong>(late => Answer(_servers.GetValueOrDefault(late.Server)));
        Receive<Terminated>(OnTerminated);
        Receive<ServerProtocol.Connect>(connect => _clients.Forward(connect));
    }

    public static Props Props { get; } = Akka.Actor.Props.Create(() => new SocketsActor());

    protected override void PreStart() => _clients = Context.ActorOf(ClientsActor.Props, ClientsName);

    protected override SupervisorStrategy SupervisorStrategy() => Resuming.Strategy;

    private void OnStart(ServerProtocol.Start start)
    {
        var name = start.Options.Name;
        if (!Context.Child(name).IsNobody())
        {
            var taken = new InvalidOperationException($"A server named '{name}' is running in this actor system.");
            Sender.Tell(new ServerProtocol.StartFailed(taken));
            return;
        }

        var server = Context.ActorOf(SocketServerActor.Props(start.Options, start.Table), name);
        _servers.Add(Context.Watch(server), new Server(Sender));
    }

    private void OnUnbind(ServerProtocol.Unbind unbind)
    {
        if (_servers.ContainsKey(Context.Child(unbind.Server)))
            Context.Child(unbind.Server).Forward(unbind);
        else
            Sender.Tell(ServerProtocol.Unbound.Instance);
    }

    private void OnStop(ServerProtocol.Stop stop)
    {
        if (_servers.TryGetValue(Context.Child(stop.Server), out var server))
        {
            server.Stoppers.Add(Sender);
            Context.Child(stop.Server).Forward(stop);
        }
        else
        {
            Sender.Tell(new DrainReport(0, 0));
        }
    }

    private void OnDrained(ServerProtocol.Drained drained)
    {
        _servers[Sender].Report = drained.Report;
        Context.System.Scheduler.ScheduleTellOnce(Patience, Self, new TakesTooLong(Sender), Self);
    }

    private void OnTerminated(Terminated terminated)
    {
        if (_servers.Remove(terminated.ActorRef, out var server))
            Answer(server);
    }

    private static void Answer(Server? server)
    {
        if (server?.Failure is not null)
            server.Starter.Tell(server.Failure);
        server?.Stoppers.ForEach(stopper => stopper.Tell(server.Report));
        server?.Stoppers.Clear();
    }

    private sealed record TakesTooLong(IActorRef Server);

    /// <summary>Who waits for a server, and for what.</summary>
    private sealed class Server(IActorRef starter)
    {
        public IActorRef Starter { get; } = starter;

        public List<IActorRef> Stoppers { get; } = [];

        public ServerProtocol.StartFailed? Failure { get; set; }

        public DrainReport Report { get; set; } = new(0, 0);
    }
}
