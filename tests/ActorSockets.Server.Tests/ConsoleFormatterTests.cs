using System.Globalization;
using Serilog.Events;
using Serilog.Parsing;

namespace ActorSockets.Server.Tests;

public sealed class ConsoleFormatterTests
{
    [Fact]
    public void A_line_has_time_level_and_message()
    {
        var line = Format(LogEventLevel.Information, "Listening on {0}", ("0", "127.0.0.1:80"));

        Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} INF Listening on 127\.0\.0\.1:80\n$", line);
    }

    [Fact]
    public void A_connections_line_names_connection_peer_and_actor()
    {
        var line = Format(
            LogEventLevel.Information,
            "hello",
            ("RemoteAddress", "10.0.0.1:5"),
            ("ConnectionId", "ab-1"),
            ("ActorPath", "akka://x/user/a"));

        Assert.EndsWith("INF hello ConnectionId=ab-1 RemoteAddress=10.0.0.1:5 ActorPath=akka://x/user/a\n", line);
    }

    [Theory]
    [InlineData(LogEventLevel.Information, "INF text\n")]
    [InlineData(LogEventLevel.Warning, "WRN text ActorPath=akka://x/user/a\n")]
    public void An_actor_is_named_where_something_is_wrong(LogEventLevel level, string expected) =>
        Assert.EndsWith(expected, Format(level, "text", ("ActorPath", "akka://x/user/a")));

    [Fact]
    public void A_peers_text_can_neither_begin_a_line_nor_steer_the_terminal() => Assert.EndsWith(
        "INF peer said a\\x0a12:00:00.000 ERR b\\x1b[2J\n",
        Format(LogEventLevel.Information, "peer said {Text}", ("Text", "a\n12:00:00.000 ERR b\u001b[2J")));

    private static string Format(LogEventLevel level, string template, params (string Name, string Value)[] properties)
    {
        var line = new LogEvent(
            DateTimeOffset.Now,
            level,
            exception: null,
            new MessageTemplateParser().Parse(template),
            properties.Select(property => new LogEventProperty(property.Name, new ScalarValue(property.Value))));
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new ConsoleFormatter().Format(line, output);
        return output.ToString();
    }
}
