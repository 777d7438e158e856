using System.Runtime.Versioning;
using ActorSockets.Framing;
using ActorSockets.Tests.IO.Wires;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;

namespace ActorSockets.Tests.Server;

public sealed class UnixServerTests : ServerKit
{
    private const UnixFileMode Groups = UnixFileMode.UserWrite | UnixFileMode.GroupWrite;

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Server_and_client_meet_at_a_path_whose_mode_is_an_option()
    {
        using var wire = new UnixWire();
        var path = wire.FreeEndPoint().ToString()!;
        var listener = new ListenerOptions("unix", $"unix:{path}", Props.Create<EchoHandler>())
        {
            Framer = LineFramer.Utf8,
            UnixFileMode = Groups,
        };
        var server = await StartAsync(listener);

        var client = await SocketClient.ConnectAsync(
            Sys, $"unix:{path}", Props.Create<ReportingHandler>(TestActor), new() { Framer = LineFramer.Utf8 });
        client.Send("hello");

        Assert.Equal("frame hello", ExpectMsg<string>());
        Assert.Equal(Groups, File.GetUnixFileMode(path));
        Assert.Equal(path, $"{client.RemoteEndPoint}");
        client.Close();
        await server.StopAsync();
        Assert.False(File.Exists(path));
    }
}
