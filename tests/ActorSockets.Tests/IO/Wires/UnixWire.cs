using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>Unix sockets, in a folder of their own.</summary>
public sealed class UnixWire : Wire
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorsockets-");
    private int _files;

    public override EndPoint FreeEndPoint() =>
        new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}"));

    public override async Task<RawPeer> ConnectAsync(
        EndPoint server, Action<EndPoint>? announce = null, int? receiveBuffer = null)
    {
        var socket = TcpWire.Create(server);
        if (announce is not null)
        {
            var local = FreeEndPoint();
            socket.Bind(local);
            announce(local);
        }

        await socket.ConnectAsync(server);
        return new SocketPeer(socket);
    }

    public override RawListener Listen() => SocketListener.On(FreeEndPoint());

    protected override void Dispose(bool disposing)
    {
        _folder.Delete(recursive: true);
        base.Dispose(disposing);
    }
}
