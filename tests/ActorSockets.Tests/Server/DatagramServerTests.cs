using System.Net;
using ActorSockets.Tests.IO;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets.Tests.Server;

public class DatagramServerTests : ServerKit
{
    private static readonly ListenerOptions Echo =
        new("udp", "127.0.0.1:0", Props.Create<DatagramEcho>()) { Transport = TransportKind.Udp };

    [Fact]
    public async Task Serves_datagrams_and_frees_the_port_when_it_stops()
    {
        using var peer = new DatagramPeer();
        var server = await StartAsync(Echo);

        peer.Send("hello", EndPointOf(server));
        Assert.Equal("hello", peer.Receive(out var from));
        Assert.Equal(EndPointOf(server), from);

        Assert.Equal(new DrainReport(0, 0), await server.StopAsync());
        using var next = new DatagramPeer(port: from.Port);
    }

    [Fact]
    public async Task Listens_on_a_name()
    {
        var server = await StartAsync(Echo with { EndPoint = new DnsEndPoint("localhost", 0) });

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)EndPointOf(server)).Address);
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_listener_address_and_cause()
    {
        using var taken = new DatagramPeer();

        var thrown = await Assert.ThrowsAsync<BindFailedException>(
            () => StartAsync(Echo with { EndPoint = taken.EndPoint }));

        Assert.Equal($"Listener server/udp cannot listen on {taken.EndPoint}: address in use.", thrown.Message);
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_told_as_such()
    {
        var thrown = await Assert.ThrowsAsync<BindFailedException>(
            () => StartAsync(Echo with { EndPoint = new DnsEndPoint("no-such-host.invalid", 9) }));

        Assert.Contains("no-such-host.invalid:9", thrown.Message);
    }

    [Fact]
    public async Task A_handler_that_throws_is_restarted_on_the_same_socket_until_it_has_been_too_often()
    {
        using var peer = new DatagramPeer();
        var server = await StartAsync(Echo with { MaxRestarts = 1 });

        await EventFilter.Exception<InvalidOperationException>().ExpectOneAsync(() => FailAsync(peer, server));
        peer.Send("again", EndPointOf(server));
        Assert.Equal("again", peer.Receive());
        await EventFilter.Error(contains: "server/udp has ended").ExpectOneAsync(() => FailAsync(peer, server));

        using var next = new DatagramPeer(port: ((IPEndPoint)EndPointOf(server)).Port);
        await server.StopAsync();
    }

    [Fact]
    public async Task The_handler_runs_on_an_IO_thread_unless_another_dispatcher_is_named()
    {
        Assert.StartsWith("actorsockets-io-thread-", await DispatcherOfHandlerAsync(""));
        Assert.Equal("akka.actor.default-dispatcher", await DispatcherOfHandlerAsync("akka.actor.default-dispatcher"));
    }

    [Fact]
    public async Task A_handler_of_connections_is_refused()
    {
        var listener = Echo with { Handler = Props.Create<EchoHandler>() };

        var thrown = await Assert.ThrowsAsync<ConfigurationException>(() => StartAsync(listener));

        Assert.StartsWith("actorsockets.servers.server.listeners.udp.handler = ", thrown.Message);
    }

    private static Task FailAsync(DatagramPeer peer, SocketServer server)
    {
        peer.Send("fail", EndPointOf(server));
        return Task.CompletedTask;
    }

    private async Task<string> DispatcherOfHandlerAsync(string configured)
    {
        using var peer = new DatagramPeer();
        var handler = Props.Create(() => new Teller());
        var server = await StartAsync(Echo with { Handler = handler, HandlerDispatcher = configured });
        peer.Send("where are you?", EndPointOf(server));
        var answer = peer.Receive();
        await server.StopAsync();
        return answer;
    }

    /// <summary>Answers with the dispatcher that it runs on.</summary>
    private sealed class Teller : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var here = Akka.IO.ByteString.FromString(Context.Dispatcher.Id);
            Sender.Tell(Akka.IO.Udp.Send.Create(here, ((Akka.IO.Udp.Received)message).Sender));
        }
    }
}
