using Akka.Actor;

namespace ActorSockets.Configuration;

/// <summary>Which classes can be the handler of a listener, and how to say so.</summary>
/// <param name="Fits">Whether a class can.</param>
/// <param name="Props">What its Props have to be.</param>
/// <param name="Classes">Those classes, in the plural.</param>
internal sealed record HandlerKind(Func<Type?, bool> Fits, string Props, string Classes)
{
    private static readonly HandlerKind OfConnections = new(
        IsOfConnections,
        $"Props of a class that derives from {nameof(ConnectionActor)}",
        $"classes that derive from {typeof(ConnectionActor).FullName}");

    private static readonly HandlerKind OfDatagrams = new(
        type => typeof(ActorBase).IsAssignableFrom(type) && !IsOfConnections(type),
        $"Props of an actor that is no {nameof(ConnectionActor)}: datagrams have no connection",
        $"actor classes that do not derive from {typeof(ConnectionActor).FullName}");

    public static HandlerKind Of(TransportKind transport) =>
        transport == TransportKind.Udp ? OfDatagrams : OfConnections;

    private static bool IsOfConnections(Type? type) => type?.IsSubclassOf(typeof(ConnectionActor)) ?? false;
}
