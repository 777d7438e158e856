using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>The one <see cref="SocketsActor"/> of an actor system.</summary>
internal sealed class SocketsExtension(ActorSystem system) : IExtension
{
    public IActorRef Root { get; } = system.ActorOf(SocketsActor.Props, "sockets");

    public static SocketsExtension For(ActorSystem system) => Provider.Instance.Apply(system);

    /// <summary>Asks the root. A question has no time-out here: what it asks for has its own deadlines, by the system's
    /// scheduler.</summary>
    public static async Task<T> AskAsync<T>(ActorSystem system, object question)
    {
        var answer = For(system).Root.Ask<T>(question, Timeout.InfiniteTimeSpan);
        var first = await Task.WhenAny(answer, system.WhenTerminated).ConfigureAwait(false);
        return first == answer
            ? await answer.ConfigureAwait(false)
            : throw new InvalidOperationException($"Actor system '{system.Name}' has terminated.");
    }

    private sealed class Provider : ExtensionIdProvider<SocketsExtension>
    {
        public static Provider Instance { get; } = new();

        public override SocketsExtension CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
