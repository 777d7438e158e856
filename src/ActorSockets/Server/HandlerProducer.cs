using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>Creates a handler by the user's Props, at its start and at each restart, and hands it its connection while
/// its constructor runs, so that no constructor needs a parameter for it.</summary>
internal sealed class HandlerProducer(Props handler, Connection connection) : IIndirectActorProducer
{
    [ThreadStatic]
    private static Connection? _current;

    public Type ActorType => handler.Type;

    /// <summary>The connection of the handler that is being constructed on this thread.</summary>
    public static Connection Claim(Type handler) => _current ?? throw new InvalidOperationException(
        $"{handler.Name} is the handler of a connection: a SocketServer or a SocketClient creates it. "
        + "It cannot be created by ActorOf.");

    public ActorBase Produce()
    {
        _current = connection;
        try
        {
            return handler.NewActor();
        }
        finally
        {
            _current = null;
        }
    }

    public void Release(ActorBase actor)
    {
        // The user's producer is out of reach: Props makes it public in no way. Akka.NET's own producers do nothing
        // here.
    }
}
