using System.Runtime.CompilerServices;
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
            check.CheckConnections(listener, listener.Handler);
            check.Require(listener.Backlog > 0, listener.Backlog, "at least 1");
        }
    }

    public static void Run(SocketClientOptions options, Props handler, ActorSystem system)
    {
        var check = new OptionsCheck("client", system);
        check.CheckConnections(options, handler);
        check.Require(options.ConnectTimeout > TimeSpan.Zero, options.ConnectTimeout, "more than nothing");
    }

    private void CheckServer(SocketServerOptions options)
    {
        Require(ActorPath.IsValidPathElement(options.Name) && options.Name != Server.SocketsActor.ClientsName,
            options.Name, "a name for an actor, and not 'clients'");
        Require(options.Listeners.Count > 0, options.Listeners.Count, "at least one listener");
        Require(options.DrainTimeout >= TimeSpan.Zero, options.DrainTimeout, "a time");
        var twice = options.Listeners.GroupBy(listener => listener.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ConfigurationException($"{_path}.listeners: two listeners are named '{twice.Key}'.");
    }

    private void CheckConnections(ConnectionOptions options, Props handler)
    {
        Require(handler.Type?.IsSubclassOf(typeof(ConnectionActor)) == true,
            handler.Type?.FullName ?? "nothing", $"Props of a class that derives from {nameof(ConnectionActor)}");
        Require(options.MaxFrameBytes > 0, options.MaxFrameBytes, "at least 1");
        Require(options.MaxUnhandledBytes > 0, options.MaxUnhandledBytes, "at least 1");
        Require(options.MaxUnsentBytes > 0, options.MaxUnsentBytes, "at least 1");
        Require(options.CloseTimeout > TimeSpan.Zero, options.CloseTimeout, "more than nothing");
        Require(options.MaxRestarts >= 0, options.MaxRestarts, "0 or more");
        Require(options.RestartWindow > TimeSpan.Zero && options.RestartWindow.TotalMilliseconds <= int.MaxValue,
            options.RestartWindow, "more than nothing, and less than 24 days");
        Require(options.HandlerDispatcher.Length == 0 || _system.Dispatchers.HasDispatcher(options.HandlerDispatcher),
            options.HandlerDispatcher, "a dispatcher of this actor system");
    }

    private void Require(
        bool isRight, object value, string expected, [CallerArgumentExpression(nameof(value))] string option = "")
    {
        if (!isRight)
            throw new ConfigurationException($"{_path}.{KeyOf(option)} = {value} is not {expected}.");
    }

    /// <summary>The key of a property, from the expression that names it: <c>listener.Backlog</c> is <c>backlog</c>.
    /// </summary>
    private static string KeyOf(string expression)
    {
        var property = expression.Split('.', '?')[1];
        return string.Concat(property.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
    }
}
