using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.Peers;

/// <summary>A peer that knows the id of its connection: the first line that its handler sends.</summary>
public sealed class RoutedPeer : Peer
{
    private RoutedPeer(Socket socket)
        : base(socket)
    {
    }

    public ConnectionId Id { get; private set; }

    public static new async Task<RoutedPeer> ConnectAsync(EndPoint server)
    {
        var peer = new RoutedPeer(await DialAsync(server));
        Assert.True(ConnectionId.TryParse((await peer.ReadLineAsync())?.TrimEnd('\r'), out var id));
        peer.Id = id;
        return peer;
    }

    /// <summary>Asks its handler for a line and expects it to be the next.</summary>
    public async Task ExpectNothingBeforeEchoAsync()
    {
        await SendLineAsync("echo");
        Assert.Equal("echo", await ReadLineAsync());
    }
}
