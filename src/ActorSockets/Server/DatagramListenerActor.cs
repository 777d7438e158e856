using System.Net;
using ActorSockets.IO;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>Owns one UDP endpoint of a server, and the handler of its datagrams.</summary>
/// <remarks>
/// Parent: <see cref="SocketServerActor"/>. Child: <c>handler</c>, restarted when it throws as often as the options
/// allow, on the same socket; its end closes the port, and this stops.
/// <code>
/// state      message                    next
/// Binding    Resolved                   Binding
/// Binding    Bound                      Listening: ListenerBound to the server
/// Binding    CommandFailed, Failure     stopped: ListenerFailed to the server
/// Binding    CloseListener              Cancelling
/// Cancelling CommandFailed, Failure     stopped
/// Cancelling Bound                      Unbinding
/// Listening  CloseListener              Unbinding
/// Listening  Terminated (handler)       stopped
/// Unbinding  Unbound                    stopped
/// </code>
/// </remarks>
internal sealed class DatagramListenerActor : ReceiveActor
{
    private readonly string _server;
    private readonly ListenerOptions _options;
    private readonly BindFailure _bindFailure = new();
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public DatagramListenerActor(string server, ListenerOptions options)
    {
        _server = server;
        _options = options;
        Become(Binding);
    }

    public static Props Props(string server, ListenerOptions options) =>
        Akka.Actor.Props.Create(() => new DatagramListenerActor(server, options));

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        _options.MaxRestarts, _options.RestartWindow, Akka.Actor.SupervisorStrategy.DefaultDecider);

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
        Receive<Status.Failure>(failure => Fail(failure.Cause));
        Receive<Udp.CommandFailed>(_ => Fail(_bindFailure.Cause));
        Receive<Udp.Bound>(OnBound);
        Receive<ServerProtocol.CloseListener>(_ => Become(Cancelling));
    }

    private void Cancelling()
    {
        // A bind is under way, and its answer tells what there is to undo.
        Receive<Resolved>(_ => Context.Stop(Self));
        Receive<Status.Failure>(_ => Context.Stop(Self));
        Receive<Udp.CommandFailed>(_ => Context.Stop(Self));
        Receive<Udp.Bound>(_ => Unbind(Sender));
    }

    private void Listening(IActorRef socket)
    {
        Receive<ServerProtocol.CloseListener>(_ => Unbind(socket));
        Receive<Terminated>(_ => OnHandlerTerminated());
    }

    private void Unbinding()
    {
        Receive<Udp.Unbound>(_ => Context.Stop(Self));
        // The handler has ended just before, and its socket with it.
        Receive<Terminated>(_ => Context.Stop(Self));
    }

    private void Bind(EndPoint endPoint)
    {
        var handler = Context.ActorOf(HandlerOnIoThread(), "handler");
        SocketIO.For(Context.System).Udp.Tell(new Udp.Bind(handler, endPoint, [_bindFailure]));
    }

    /// <summary>The socket follows its handler to the thread that is named here.</summary>
    private Props HandlerOnIoThread()
    {
        if (_options.Handler.Deploy.Dispatcher is { Length: > 0 })
            return _options.Handler;
        return _options.Handler.WithDispatcher(_options.HandlerDispatcher.Length > 0
            ? _options.HandlerDispatcher
            : IoExtension.For(Context.System).Engine.Next().DispatcherId);
    }

    private void Fail(Exception? cause)
    {
        var why = cause is null ? "the address cannot be bound, the log says why" : SocketFailures.Describe(cause);
        var failure = new BindFailedException($"{_server}/{_options.Name}", _options.EndPoint, why, cause);
        Context.Parent.Tell(new ServerProtocol.ListenerFailed(failure));
        Context.Stop(Self);
    }

    private void OnBound(Udp.Bound bound)
    {
        var socket = Sender;
        Become(() => Listening(socket));
        Context.Watch(Context.Child("handler"));
        Context.Parent.Tell(new ServerProtocol.ListenerBound(_options.Name, bound.LocalAddress));
    }

    private void OnHandlerTerminated()
    {
        _log.Error("The handler of {0}/{1} has ended, and its port is closed", _server, _options.Name);
        Context.Stop(Self);
    }

    private void Unbind(IActorRef socket)
    {
        Become(Unbinding);
        socket.Tell(Udp.Unbind.Instance);
    }

    private sealed record Resolved(IPEndPoint EndPoint);
}
