using System.Net;
using ActorSockets.Configuration;
using ActorSockets.Server;
using Akka.Actor;

namespace ActorSockets;

/// <summary>Connects to servers, and gives each connection its own actor: the same <see cref="ConnectionActor"/> that
/// serves connections which a <see cref="SocketServer"/> accepts.</summary>
public static class SocketClient
{
    /// <summary>Connects to a server.</summary>
    /// <param name="system">The actor system that the handler runs in.</param>
    /// <param name="endPoint">The server's address. A name is resolved.</param>
    /// <param name="handler">Creates the connection's actor: the Props of a class that derives from
    /// <see cref="ConnectionActor"/>.</param>
    /// <param name="options">What holds for the connection; null for every default.</param>
    /// <returns>The connection, when it is made and its handler exists.</returns>
    /// <exception cref="ConnectFailedException">There is no such server, or it cannot be reached in time.</exception>
    public static async Task<Connection> ConnectAsync(
        ActorSystem system, EndPoint endPoint, Props handler, SocketClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(endPoint);
        ArgumentNullException.ThrowIfNull(handler);
        options ??= new SocketClientOptions();
        OptionsCheck.Run(options, handler, system);

        var connect = new ServerProtocol.Connect(endPoint, handler, options);
        var answer = await SocketsExtension.AskAsync<object>(system, connect).ConfigureAwait(false);
        return answer is ServerProtocol.Opened opened
            ? opened.Connection
            : throw ((ServerProtocol.ConnectFailed)answer).Cause;
    }

    /// <summary>Connects to a server.</summary>
    /// <param name="system">The actor system that the handler runs in.</param>
    /// <param name="endPoint">The server's address, as <c>127.0.0.1:7777</c>, <c>[::1]:7777</c>,
    /// <c>example.org:7777</c> or <c>unix:/run/echo.sock</c>.</param>
    /// <param name="handler">Creates the connection's actor.</param>
    /// <param name="options">What holds for the connection; null for every default.</param>
    /// <returns>The connection, when it is made and its handler exists.</returns>
    /// <exception cref="ConnectFailedException">There is no such server, or it cannot be reached in time.</exception>
    /// <exception cref="FormatException">The text is no address.</exception>
    public static Task<Connection> ConnectAsync(
        ActorSystem system, string endPoint, Props handler, SocketClientOptions? options = null) =>
        ConnectAsync(system, EndPoints.Parse(endPoint), handler, options);
}
