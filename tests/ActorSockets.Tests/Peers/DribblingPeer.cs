using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorSockets.Tests.Peers;

/// <summary>Sends one byte at a time.</summary>
public sealed class DribblingPeer : Peer
{
    private DribblingPeer(Socket socket)
        : base(socket)
    {
    }

    public static new async Task<DribblingPeer> ConnectAsync(EndPoint server) => new(await DialAsync(server));

    public async Task DribbleAsync(string text)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text))
            await SendAsync([b]);
    }
}
