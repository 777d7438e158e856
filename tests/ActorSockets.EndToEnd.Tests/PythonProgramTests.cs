using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>The Python programs that the project started from, both ways: theirs against ours, ours against
/// theirs.</summary>
public sealed class PythonProgramTests
{
    [Fact]
    public async Task A_python_client_is_greeted()
    {
        await using var server = await RunningServer.StartAsync();
        var hello = server["hello"];

        await using var client = ProgramRun.Python("first_text_client.py", $"{hello.Address}", $"{hello.Port}");
        var (exitCode, output, errors) = await client.ExitAsync();

        Assert.Equal("Server response: Hello from server!", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task A_python_datagram_client_gets_its_datagram_back()
    {
        await using var server = await RunningServer.StartAsync();
        var echo = server["echo/udp"];

        await using var client = ProgramRun.Python("first_text_udp_client.py", $"{echo.Address}", $"{echo.Port}");
        var (exitCode, output, errors) = await client.ExitAsync();

        Assert.Equal("Server response: Hello, UDP server!", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task A_python_client_that_only_connects_joins_the_chat_and_leaves()
    {
        await using var server = await RunningServer.StartAsync();
        var chat = server["chat"];
        using var witness = await Peers.LinePeer.ConnectAsync(chat);
        await witness.HearAsync("welcome");

        await using var client = ProgramRun.Python("second_text_client.py", $"{chat.Address}", $"{chat.Port}");
        var (exitCode, _, errors) = await client.ExitAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal("* guest-2 has joined", await witness.HearAsync());
        Assert.Equal("* guest-2 has left", await witness.HearAsync());
    }

    [Fact]
    public async Task A_python_server_greets_our_client()
    {
        var port = FreePort();
        await using var server = ProgramRun.Python("first_text_server.py", "127.0.0.1", $"{port}");
        await server.LineAsync(line => line.StartsWith("Server started"), "the server's start");
        using var system = ActorSystem.Create("client");

        var (answer, closed) = await SayAsync(system, port, "Hello, server!");

        Assert.Equal("Hello from server!", answer);
        Assert.Equal(CloseReason.PeerClosed, closed.Reason);
        await server.LineAsync(line => line == "Received message: Hello, server!", "the server's receipt");
    }

    [Fact]
    public async Task A_python_datagram_server_answers_our_datagram()
    {
        var port = FreePort(SocketType.Dgram);
        await using var server = ProgramRun.Python("first_text_udp_server.py", "127.0.0.1", $"{port}");
        await server.LineAsync(line => line.StartsWith("UDP server started"), "the server's start");
        using var system = ActorSystem.Create("client");
        var answer = new TaskCompletionSource<string>();

        system.ActorOf(Props.Create(() => new Asker(port, answer)));

        Assert.Equal("Hello from UDP server!", await Bound.For(answer.Task, "the answer"));
        await server.LineAsync(line => line == "Received message: Hello, UDP server!", "the server's receipt");
    }

    [Fact]
    public async Task A_python_server_that_ends_without_accepting_resets_our_client()
    {
        var port = FreePort();
        var script = Path.Combine(AppContext.BaseDirectory, "python", "second_text_server.py");
        // -i: the program as it is ends at once; the interpreter stays, and with it the listening socket.
        await using var server = ProgramRun.Start("python3", "-i", "-u", script, "127.0.0.1", $"{port}");
        await server.Input.WriteLineAsync("print('listening')");
        await server.Input.FlushAsync();
        await server.LineAsync(line => line == "listening", "the server's start");
        using var system = ActorSystem.Create("client");
        var talk = await TalkAsync(system, port);

        server.Input.Close();
        await server.ExitAsync();

        var (answer, closed) = await Bound.For(talk.Task, "the end of the connection");
        Assert.Equal("", answer);
        Assert.Equal(CloseReason.PeerReset, closed.Reason);
    }

    private static async Task<(string Answer, ConnectionClosed Closed)> SayAsync(
        ActorSystem system, int port, string text)
    {
        var talk = await TalkAsync(system, port, text);
        return await Bound.For(talk.Task, "the end of the connection");
    }

    private static async Task<TaskCompletionSource<(string Answer, ConnectionClosed Closed)>> TalkAsync(
        ActorSystem system, int port, string? text = null)
    {
        var talk = new TaskCompletionSource<(string Answer, ConnectionClosed Closed)>();
        var handler = Props.Create(() => new Talker(text, talk));
        await Bound.For(SocketClient.ConnectAsync(system, $"127.0.0.1:{port}", handler), "a connection");
        return talk;
    }

    // A program that takes its port from its arguments can only be given one that is free now.
    private static int FreePort(SocketType type = SocketType.Stream)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, type, ProtocolType.Unspecified);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Sends one datagram to a port of this machine, and takes what comes back.</summary>
    private sealed class Asker : ReceiveActor
    {
        private readonly IPEndPoint _server;

        public Asker(int port, TaskCompletionSource<string> answer)
        {
            _server = new IPEndPoint(IPAddress.Loopback, port);
            var question = UdpConnected.Send.Create(ByteString.FromString("Hello, UDP server!"));
            Receive<UdpConnected.Connected>(_ => Sender.Tell(question));
            Receive<UdpConnected.Received>(received => answer.TrySetResult(received.Data.ToString()));
        }

        protected override void PreStart() =>
            SocketIO.For(Context.System).UdpConnected.Tell(new UdpConnected.Connect(Self, _server));
    }

    /// <summary>Says one thing, and gathers what comes back until the end.</summary>
    private sealed class Talker : ConnectionActor
    {
        private readonly string? _text;

        public Talker(string? text, TaskCompletionSource<(string Answer, ConnectionClosed Closed)> talk)
        {
            _text = text;
            var answer = ByteString.Empty;
            Receive<ByteString>(bytes => answer += bytes);
            Receive<ConnectionClosed>(closed => talk.TrySetResult((answer.ToString(), closed)));
        }

        protected override void PreStart()
        {
            if (_text is not null)
                Connection.Send(_text);
        }
    }
}
