using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>Whoever waits for a connect. Calls come on the loop's thread, at most one of the first two.</summary>
internal interface IConnectOwner
{
    /// <summary>Connected. The transport is the owner's from here on, and not attached yet.</summary>
    void OnConnected(Transport transport);

    /// <summary>Failed; the socket has been closed.</summary>
    void OnConnectFailed(SocketError error);

    void OnEngineStopping();
}
