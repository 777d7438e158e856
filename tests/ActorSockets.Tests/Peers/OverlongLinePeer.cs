using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.Peers;

/// <summary>Sends a line that does not end.</summary>
public sealed class OverlongLinePeer : Peer
{
    private OverlongLinePeer(Socket socket)
        : base(socket)
    {
    }

    public static new async Task<OverlongLinePeer> ConnectAsync(EndPoint server) => new(await DialAsync(server));

    /// <summary>Sends so many bytes without a line end, whatever comes back.</summary>
    public async Task SendAsync(int bytes)
    {
        var piece = new byte[16 * 1024];
        Array.Fill(piece, (byte)'x');
        for (var sent = 0; sent < bytes; sent += piece.Length)
            await SendAsync(piece);
    }
}
