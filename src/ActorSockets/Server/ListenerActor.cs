using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>Owns one endpoint of a server: binds it, and hands what arrives there to the connections' shards.</summary>
/// <remarks>
/// Parent: <see cref="SocketServerActor"/>. It is commander and handler of its Akka.IO listener, and its end closes the
/// port; connections live on.
/// <code>
/// state      message                    next
/// Binding    Resolved                   Binding
/// Binding    Bound                      Listening: ListenerBound to the server
/// Binding    CommandFailed, Failure     stopped: ListenerFailed to the server
/// Binding    CloseListener              Closing, or stopped
/// Listening  Connected                  Listening: Open to a shard
/// Listening  CloseListener              Unbinding
/// Unbinding  Unbound                    stopped
/// </code>
/// </remarks>
internal sealed class ListenerActor : ReceiveActor
{
    private readonly ListenerOptions _options;
    private readonly ConnectionTable _table;
    private readonly IActorRef _connections;

    public ListenerActor(ListenerOptions options, ConnectionTable table, IActorRef connections)
    {
        _options = options;
        _table = table;
        _connections = connections;
        Become(Binding);
    }

    public static Props Props(ListenerOptions options, ConnectionTable table, IActorRef connections) =>
        Akka.Actor.Props.Create(() => new ListenerActor(options, table, connections));

    protected override void PreStart()
    {
        if (_options.EndPoint is DnsEndPoint name)
            ListenAddress.ResolveAsync(name).PipeTo(Self, success: found => new Resolved(found));
        else
            Bind(_options.EndPoint);
    }

    private void Binding()
    {
        Receive<Resolved>(resolved => Bind(resolved.EndPoint));
        Receive<Status.Failure>(failure => Fail(SocketFailures.Describe(failure.Cause), failure.Cause));
        Receive<Tcp.CommandFailed>(failed => Fail(SocketFailures.Describe(failed), failed.Cause.GetOrElse(null!)));
        Receive<Tcp.Bound>(OnBound);
        Receive<ServerProtocol.CloseListener>(_ => Become(Cancelling));
    }

    private void Cancelling()
    {
        // A bind is under way, and its answer tells what there is to undo.
        Receive<Resolved>(_ => Context.Stop(Self));
        Receive<Status.Failure>(_ => Context.Stop(Self));
        Receive<Tcp.CommandFailed>(_ => Context.Stop(Self));
        Receive<Tcp.Bound>(_ => Unbind(Sender));
    }

    private void Listening(IActorRef listener)
    {
        Receive<Tcp.Connected>(OnConnected);
        Receive<ServerProtocol.CloseListener>(_ => Unbind(listener));
    }

    private void Unbinding()
    {
        Receive<Tcp.Unbound>(_ => Context.Stop(Self));
        // Accepted before the port was closed: the server takes no more.
        Receive<Tcp.Connected>(_ => Sender.Tell(Tcp.Abort.Instance));
    }

    private void Bind(EndPoint endPoint) => SocketIO.For(Context.System).Tcp.Tell(
        new Tcp.Bind(Self, endPoint, _options.Backlog, SocketOptionsOf(endPoint)));

    private IEnumerable<Inet.SocketOption> SocketOptionsOf(EndPoint endPoint)
    {
        if (endPoint is UnixDomainSocketEndPoint)
        {
            yield return new SocketOptions.UnixMode(_options.UnixFileMode);
        }

        if (_options.Tls is { } tls)
        {
            yield return tls;
        }
    }

    private void Fail(string why, Exception? cause)
    {
        var failure = new BindFailedException($"{_table.Server}/{_options.Name}", _options.EndPoint, why, cause);
        Context.Parent.Tell(new ServerProtocol.ListenerFailed(failure));
        Context.Stop(Self);
    }

    private void OnBound(Tcp.Bound bound)
    {
        var listener = Sender;
        Become(() => Listening(listener));
        Context.Parent.Tell(new ServerProtocol.ListenerBound(_options.Name, bound.LocalAddress));
    }

    private void OnConnected(Tcp.Connected connected) => ConnectionSupervisor.Open(_table, _connections, new(
        Sender,
        connected.RemoteAddress,
        connected.LocalAddress,
        _options.Name,
        _options,
        _options.Handler,
        ActorRefs.Nobody));

    private void Unbind(IActorRef listener)
    {
        Become(Unbinding);
        listener.Tell(Tcp.Unbind.Instance);
    }

    private sealed record Resolved(IPEndPoint EndPoint);
}
