using System.Net;
using System.Net.Sockets;
using ActorSockets.Framing;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;

namespace ActorSockets.Tests.Server;

public class ClientTests : ServerKit
{
    private static readonly SocketClientOptions Lines = new() { Framer = LineFramer.Utf8 };

    [Fact]
    public async Task A_client_talks_to_a_server_by_the_same_kind_of_actor()
    {
        var server = await StartAsync<EchoHandler>();

        var connection = await ConnectAsync<ReportingHandler>(EndPointOf(server));
        connection.Send("hello");

        ExpectMsg("frame hello");
        Assert.Equal(EndPointOf(server), connection.RemoteEndPoint);
        Assert.Equal("", connection.Listener);
    }

    [Fact]
    public async Task A_client_hears_of_its_end()
    {
        var server = await StartAsync<EchoHandler>();
        var connection = await ConnectAsync<ReportingHandler>(EndPointOf(server));
        // A connection that the system has made and the server has not accepted yet is reset with the listener.
        connection.Send("are you there?");
        ExpectMsg("frame are you there?");

        await server.StopAsync();

        Assert.Equal(CloseReason.PeerClosed, ExpectMsg<ConnectionClosed>().Reason);
        Assert.Equal(CloseReason.PeerClosed, connection.CloseReason);
    }

    [Fact]
    public async Task A_name_is_resolved()
    {
        var server = await StartAsync<EchoHandler>();
        var port = ((IPEndPoint)EndPointOf(server)).Port;

        var connection = await ConnectAsync<ReportingHandler>(new DnsEndPoint("localhost", port));
        connection.Send("hello");

        ExpectMsg("frame hello");
    }

    [Fact]
    public async Task A_refused_connection_is_told_with_address_and_cause()
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var thrown = await Assert.ThrowsAsync<ConnectFailedException>(
            () => ConnectAsync<ReportingHandler>(closed.LocalEndPoint!));

        Assert.Equal($"Cannot connect to {closed.LocalEndPoint}: connection refused.", thrown.Message);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_created_is_told_too()
    {
        var server = await StartAsync<EchoHandler>();
        var handler = Props.Create<ReportingHandler>(TestActor).WithMailbox("no-such-mailbox");

        var thrown = await Assert.ThrowsAsync<ConnectFailedException>(
            () => SocketClient.ConnectAsync(Sys, EndPointOf(server), handler));

        Assert.Contains("no-such-mailbox", thrown.InnerException!.Message);
    }

    private Task<Connection> ConnectAsync<THandler>(EndPoint server)
        where THandler : ConnectionActor =>
        SocketClient.ConnectAsync(Sys, server, Props.Create<THandler>(TestActor), Lines);
}
