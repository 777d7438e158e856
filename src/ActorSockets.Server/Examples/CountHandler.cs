namespace ActorSockets.Server.Examples;

/// <summary>Numbers the lines that it receives, and fails on the line <c>fail</c>: to see what becomes of a connection
/// whose handler throws. It counts from 1 again, on the same socket; nobody else notices. Framer: lines.</summary>
internal sealed class CountHandler : ConnectionActor
{
    private int _lines;

    public CountHandler() => Receive<string>(line =>
    {
        if (line == "fail")
            throw new InvalidOperationException("The peer asked for a failure.");
        Connection.Send($"{++_lines} {line}");
    });
}
