using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.Peers;

/// <summary>Sends lines and never reads the answers; its system buffers little of them.</summary>
public sealed class NeverReadingPeer : Peer
{
    private static readonly string Line = new('x', 1000);

    private NeverReadingPeer(Socket socket)
        : base(socket)
    {
    }

    public static new async Task<NeverReadingPeer> ConnectAsync(EndPoint server) =>
        new(await DialAsync(server, socket => socket.ReceiveBufferSize = 4096));

    /// <summary>Sends until the server has had enough of it.</summary>
    public async Task SendUntilResetAsync()
    {
        var thrown = await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (true)
                await SendLineAsync(Line);
        });
        Assert.Contains(thrown.SocketErrorCode, new[] { SocketError.ConnectionReset, SocketError.Shutdown });
    }
}
