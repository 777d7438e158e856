using ActorSockets.Server;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets.Configuration;

/// <summary>Refuses options that make no sense, before anything is started by them. Names each by its key.</summary>
internal sealed class OptionsCheck
{
    private readonly string _path;
    private readonly ActorSystem _system;

    private OptionsCheck(string path, ActorSystem system)
    {
        _path = path;
        _system = system;
    }

    public static void Run(SocketServerOptions options, ActorSystem system)
    {
        var path = $"actorsockets.servers.{options.Name}";
        new OptionsCheck(path, system).CheckServer(options);
        foreach (var listener in options.Listeners)
        {
            var check = new OptionsCheck($"{path}.listeners.{listener.Name}", system);
            check.CheckConnections(listener, listener.Handler, listener.Transport);
            check.Require(listener.Backlog > 0, "backlog", listener.Backlog, "at least 1");
            var isTls = listener.Tls is not null;
            check.Require(!isTls || listener.Transport == TransportKind.Tcp, "tls", "set", "possible with datagrams");
        }
    }

    public static void Run(SocketClientOptions options, Props handler, ActorSystem system)
    {
        var check = new OptionsCheck("client", system);
        check.CheckConnections(options, handler);
        check.RequireTime("connect-timeout", options.ConnectTimeout);
    }

    private void CheckServer(SocketServerOptions options)
    {
        var isName = ActorPath.IsValidPathElement(options.Name) && options.Name != SocketsActor.ClientsName;
        Require(isName, "name", options.Name, $"a name for an actor, and not '{SocketsActor.ClientsName}'");
        Require(options.Listeners.Count > 0, "listeners", options.Listeners.Count, "at least one listener");
        Require(options.DrainTimeout >= TimeSpan.Zero, "drain-timeout", options.DrainTimeout, "a time");
        var twice = options.Listeners.GroupBy(listener => listener.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ConfigurationException($"{_path}.listeners: two listeners are named '{twice.Key}'.");
    }

    private void CheckConnections(
        ConnectionOptions options, Props handler, TransportKind transport = TransportKind.Tcp)
    {
        var kind = HandlerKind.Of(transport);
        Require(kind.Fits(handler.Type), "handler", handler.Type, kind.Props);
        RequireSize("max-frame-bytes", options.MaxFrameBytes);
        RequireSize("max-unhandled-bytes", options.MaxUnhandledBytes);
        RequireSize("max-unsent-bytes", options.MaxUnsentBytes);
        RequireTime("close-timeout", options.CloseTimeout);
        Require(options.MaxRestarts >= 0, "max-restarts", options.MaxRestarts, "0 or more");
        RequireTime("restart-window", options.RestartWindow);
        var dispatcher = options.HandlerDispatcher;
        var isDispatcher = dispatcher.Length == 0 || _system.Dispatchers.HasDispatcher(dispatcher);
        Require(isDispatcher, "handler-dispatcher", dispatcher, "a dispatcher of this actor system");
    }

    private void RequireSize(string key, int bytes) => Require(bytes > 0, key, bytes, "at least 1");

    // Akka.NET's timers and restart windows count milliseconds in 32 bits.
    private void RequireTime(string key, TimeSpan time) => Require(
        time > TimeSpan.Zero && time.TotalMilliseconds <= int.MaxValue, key, time, "a time, and less than 24 days");

    private void Require(bool isRight, string key, object? value, string expected)
    {
        if (!isRight)
            throw new ConfigurationException($"{_path}.{key} = {value ?? "null"} is not {expected}.");
    }
}
