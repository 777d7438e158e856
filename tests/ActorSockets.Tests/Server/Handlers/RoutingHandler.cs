namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Says its id, then sends as it is told: <c>others TEXT</c>, <c>all TEXT</c>, <c>ID TEXT</c>, <c>echo</c>,
/// <c>tell</c>.</summary>
public sealed class RoutingHandler : ConnectionActor
{
    public RoutingHandler()
    {
        Receive<string>(line => line == "echo", line => Connection.Send(line));
        Receive<string>(line => line == "tell", _ => Tell(To.Others, new Greeting(Connection.Id)));
        Receive<string>(Route);
        Receive<Greeting>(greeting => Connection.Send($"told by {greeting.From}"));
        Receive<Question>(_ => Sender.Tell(Connection.Id, Self));
    }

    protected override void PreStart() => Connection.Send(Connection.Id.ToString());

    private void Route(string line)
    {
        var words = line.Split(' ', 2);
        var to = words[0] switch
        {
            "others" => To.Others,
            "all" => To.All,
            _ => ConnectionId.TryParse(words[0], out var id) ? To.Connection(id) : throw new FormatException(line),
        };
        Send(to, words[1]);
    }

    public sealed record Greeting(ConnectionId From);

    public sealed record Question;
}
