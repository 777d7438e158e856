using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>
/// The server's side of one connection of the random run: checks every byte, writes its own in random pieces, suspends
/// and resumes at random, ends as planned, and reports when the connection is gone.
/// </summary>
public sealed class StressHandler : UntypedActor
{
    private const int MaxInFlight = 4;

    private readonly IActorRef _connection;
    private readonly IActorRef _collector;
    private readonly StressPlan _plan;
    private readonly Random _random;
    private readonly List<string> _mistakes = [];
    private readonly List<Tcp.ConnectionClosed> _events = [];
    private int _received;
    private int _written;
    private int _acknowledged;
    private int _inFlight;
    private bool _hasEnded;
    private bool _hasPeerEnded;

    public StressHandler(IActorRef connection, StressPlan plan, IActorRef collector)
    {
        _connection = connection;
        _plan = plan;
        _collector = collector;
        _random = new Random(plan.Seed + 1);
        Context.Watch(connection);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Begin:
                break;
            case Tcp.Received received:
                OnReceived(received.Data);
                break;
            case Written written:
                OnWritten(written.Bytes);
                break;
            case Resume:
                _connection.Tell(Tcp.ResumeReading.Instance);
                break;
            case Tcp.CommandFailed:
                _inFlight--;
                break;
            case Tcp.ConnectionClosed closed:
                OnClosed(closed);
                break;
            case Terminated:
                _collector.Tell(new Report(_plan, _received, _acknowledged, [.. _events], [.. _mistakes]));
                Context.Stop(Self);
                break;
        }

        GoOn();
    }

    private void OnReceived(ByteString data)
    {
        foreach (var b in data)
        {
            if (b != StressPlan.At(_plan.Seed, _received++) && _mistakes.Count < 3)
            {
                _mistakes.Add($"byte {_received - 1} from the client is wrong");
            }
        }

        if (_events.Count > 0)
        {
            _mistakes.Add("bytes after the end");
        }

        if (_random.Next(8) == 0)
        {
            _connection.Tell(Tcp.SuspendReading.Instance);
            Self.Tell(new Resume());
        }
    }

    private void OnWritten(int bytes)
    {
        _inFlight--;
        _acknowledged += bytes;
    }

    private void OnClosed(Tcp.ConnectionClosed closed)
    {
        // With keepOpenOnPeerClosed the peer's end is news, and not the end of the connection.
        if (closed.IsPeerClosed && _plan.Ending == Ending.ClientFinishesServerGoesOn)
        {
            _hasPeerEnded = true;
        }
        else
        {
            _events.Add(closed);
        }
    }

    private void GoOn()
    {
        while (_inFlight < MaxInFlight && _written < _plan.ToClient && !_hasEnded && _events.Count == 0)
        {
            var count = Math.Min(_plan.ToClient - _written, _random.Next(_random.Next(10) == 0 ? 60_000 : 600));
            var piece = ByteString.FromBytes(StressPlan.Piece(_plan.Seed + 1, _written, count));
            _written += count;
            _inFlight++;
            _connection.Tell(Tcp.Write.Create(piece, new Written(count)));
        }

        if (_written == _plan.ToClient && !_hasEnded && Command() is { } command)
        {
            _hasEnded = true;
            _connection.Tell(command);
        }
    }

    private Tcp.CloseCommand? Command() => _plan.Ending switch
    {
        Ending.ServerCloses => Tcp.Close.Instance,
        Ending.ServerConfirmsClose => Tcp.ConfirmedClose.Instance,
        Ending.ServerAborts => Tcp.Abort.Instance,
        Ending.ClientFinishesServerGoesOn when _hasPeerEnded => Tcp.Close.Instance,
        _ => null,
    };

    /// <summary>
    /// It is registered, and may write: a client that has nothing to send waits for the server's bytes.
    /// </summary>
    public sealed record Begin;

    /// <summary>What became of a connection, from the server's side.</summary>
    public sealed record Report(
        StressPlan Plan,
        int Received,
        int Acknowledged,
        IReadOnlyList<Tcp.ConnectionClosed> Events,
        IReadOnlyList<string> Mistakes);

    private sealed class Written(int bytes) : Tcp.Event
    {
        public int Bytes { get; } = bytes;
    }

    private sealed record Resume;
}
