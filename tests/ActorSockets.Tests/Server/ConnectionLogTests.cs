using Akka.Actor;
using Akka.Event;

namespace ActorSockets.Tests.Server;

public class ConnectionLogTests : ConnectionKit
{
    [Fact]
    public void A_handlers_lines_carry_the_connection()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));
        var socket = Open<LoggingHandler>();

        socket.Receive("x\n");

        AssertIs(socket, FishForLine<Info>("plain"));
        var formatted = FishForLine<Info>("with 42");
        AssertIs(socket, formatted);
        Assert.Equal([42], ((ConnectionLogMessage)formatted.Message).Parameters());
        Assert.Equal("with {0}", ((ConnectionLogMessage)formatted.Message).Format);
    }

    [Fact]
    public void A_line_with_an_exception_has_it_as_its_cause()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var socket = Open<LoggingHandler>();

        socket.Receive("x\n");

        var line = FishForLine<Error>("failed with x");
        Assert.Equal("told to", line.Cause.Message);
        AssertIs(socket, line);
    }

    [Fact]
    public void The_end_is_logged_at_debug()
    {
        var socket = Open<LoggingHandler>();
        Sys.EventStream.Subscribe(TestActor, typeof(Debug));

        socket.Say(Akka.IO.Tcp.Aborted.Instance);

        var id = $"{socket.Connection.Id} (192.0.2.7:4711)";
        AssertIs(socket, FishForLine<Debug>($"Connection {id} closed: AbortedByHandler"), "sockets/test");
    }

    private TEvent FishForLine<TEvent>(string text)
        where TEvent : LogEvent =>
        (TEvent)FishForMessage(message => message is TEvent line && $"{line.Message}".Trim() == text);

    private static void AssertIs(FakeSocket socket, LogEvent line, string? source = null)
    {
        var message = Assert.IsType<ConnectionLogMessage>(line.Message);
        Assert.Equal(socket.Connection.Id, message.ConnectionId);
        Assert.Equal(socket.Connection.RemoteEndPoint, message.RemoteEndPoint);
        Assert.Contains(source ?? socket.Connection.Handler.Path.ToStringWithoutAddress(), line.LogSource);
    }

    private sealed class LoggingHandler : ConnectionActor
    {
        public LoggingHandler(IActorRef test) => Receive<string>(line =>
        {
            test.Tell(line);
            Log.Info("plain");
            Log.Info("with {0}", 42);
            Log.Error(new InvalidOperationException("told to"), "failed with {0}", line);
        });
    }
}
