using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Serilog.Events;

namespace ActorSockets.Hosting.Tests;

public sealed class SerilogLoggerTests : IDisposable
{
    private readonly MemorySink _sink = new();
    private readonly ActorSystem _system;

    public SerilogLoggerTests()
    {
        var config = ConfigurationFactory.ParseString(
            """
            akka.loglevel = DEBUG
            akka.loggers = ["ActorSockets.Hosting.SerilogLogger, ActorSockets.Hosting"]
            """);
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config), new SerilogSetup(_sink.Logger));
        _system = ActorSystem.Create("logging", setup);
    }

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData(LogLevel.DebugLevel, LogEventLevel.Debug)]
    [InlineData(LogLevel.InfoLevel, LogEventLevel.Information)]
    [InlineData(LogLevel.WarningLevel, LogEventLevel.Warning)]
    [InlineData(LogLevel.ErrorLevel, LogEventLevel.Error)]
    public async Task Levels_are_translated(LogLevel level, LogEventLevel expected)
    {
        _system.Log.Log(level, null, "a line of some level");

        Assert.Equal(expected, (await _sink.LineAsync("a line of some level")).Level);
    }

    [Fact]
    public async Task Parameters_become_properties()
    {
        _system.Log.Info("{0} connections of {1}", 42, "echo");

        var line = await _sink.LineAsync("connections of");
        Assert.Equal("{0} connections of {1}", line.MessageTemplate.Text);
        Assert.Equal(42, line.Value("0"));
        Assert.Equal("echo", line.Value("1"));
    }

    [Fact]
    public async Task A_text_with_braces_is_written_as_it_is()
    {
        _system.Log.Info("the peer said {0} {name} {");

        Assert.Equal("the peer said {0} {name} {", (await _sink.LineAsync("the peer said")).RenderMessage());
    }

    [Fact]
    public async Task An_exception_is_passed_on()
    {
        var cause = new InvalidOperationException("a cause");

        _system.Log.Error(cause, "a failure");

        Assert.Same(cause, (await _sink.LineAsync("a failure")).Exception);
    }

    [Fact]
    public async Task The_time_is_that_of_the_event()
    {
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);

        _system.Log.Info("now");

        Assert.InRange((await _sink.LineAsync("now")).Timestamp, before, DateTimeOffset.UtcNow.AddMilliseconds(1));
    }

    [Fact]
    public async Task An_actors_line_has_its_path()
    {
        _system.ActorOf(Props.Create<LoggingActor>(), "speaker").Tell("a word");

        var line = await _sink.LineAsync("a word");
        Assert.Equal("akka://logging/user/speaker", line.Value("ActorPath"));
        Assert.Null(line.Value("SourceContext"));
    }

    [Fact]
    public async Task A_line_of_no_actor_has_its_source()
    {
        Logging.GetLogger(_system, "something").Info("a word");

        var line = await _sink.LineAsync("a word");
        Assert.StartsWith("something", (string?)line.Value("SourceContext"));
        Assert.Null(line.Value("ActorPath"));
    }

    [Fact]
    public async Task A_handlers_line_has_its_connection()
    {
        var options = new SocketServerOptions
        {
            Listeners = [new("tcp", "127.0.0.1:0", Props.Create<LoggingHandler>())],
        };
        await using var server = await SocketServer.StartAsync(_system, options);

        var client = await SocketClient.ConnectAsync(
            _system, server.Listeners[0].EndPoint, Props.Create<LoggingHandler>());
        client.Send("bytes");

        var line = await _sink.LineAsync("received 5 bytes");
        var id = (string)line.Value("ConnectionId")!;
        Assert.True(ConnectionId.TryParse(id, out _), id);
        Assert.Equal(client.LocalEndPoint.ToString(), line.Value("RemoteAddress"));
        Assert.EndsWith($"/{id}", (string?)line.Value("ActorPath"));
    }

    private sealed class LoggingActor : ReceiveActor
    {
        public LoggingActor() => ReceiveAny(message => Context.GetLogger().Info(message.ToString()!));
    }

    private sealed class LoggingHandler : ConnectionActor
    {
        public LoggingHandler() => Receive<Akka.IO.ByteString>(bytes => Log.Info("received {0} bytes", bytes.Count));
    }
}
