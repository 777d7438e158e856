using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Does what lines tell it to do with its connection.</summary>
public sealed class ObedientHandler : ConnectionActor
{
    private readonly IActorRef _test;

    public ObedientHandler(IActorRef test)
    {
        _test = test;
        Receive<string>(Obey);
        Receive<ConnectionClosed>(closed => test.Tell(closed));
    }

    protected override void PostStop()
    {
        if (Connection.CloseReason is { } reason)
            _test.Tell(reason);
    }

    private void Obey(string line)
    {
        switch (line)
        {
            case "close":
                Connection.Send("bye");
                Connection.Close();
                Connection.Send("too late");
                break;
            case "abort":
                Connection.Abort();
                break;
            case "stop":
                Connection.Send("bye");
                Context.Stop(Self);
                break;
            case "crash":
                throw new InvalidOperationException("told to crash");
            default:
                Connection.Send(line);
                break;
        }
    }
}
