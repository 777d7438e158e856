using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.Peers;

/// <summary>Sends half a line, and resets the connection.</summary>
public sealed class ResettingPeer : Peer
{
    private ResettingPeer(Socket socket)
        : base(socket)
    {
    }

    public static async Task<ResettingPeer> RunAsync(EndPoint server)
    {
        var peer = new ResettingPeer(await DialAsync(server));
        await peer.SendAsync("half of a li");
        peer.Socket.LingerState = new LingerOption(true, 0);
        peer.Socket.Close();
        return peer;
    }
}
