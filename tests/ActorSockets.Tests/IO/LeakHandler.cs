using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>
/// Commander and handler of thousands of connections: does the same with each, and counts what becomes of them.
/// </summary>
public sealed class LeakHandler(LeakHandler.Tally tally, bool registers, Tcp.CloseCommand? close) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Connected:
                tally.Seen();
                OnConnected();
                break;
            case Tcp.CommandFailed:
                tally.Seen();
                tally.Ended();
                break;
            case Tcp.ConnectionClosed:
                tally.Ended();
                break;
            case Terminated:
                tally.Ended();
                break;
        }
    }

    private void OnConnected()
    {
        if (!registers)
        {
            Context.Watch(Sender);
            return;
        }

        Sender.Tell(new Tcp.Register(Self));
        if (close is not null)
        {
            Sender.Tell(close);
        }
    }

    /// <summary>What has been counted.</summary>
    public sealed class Tally
    {
        private int _seen;
        private int _ended;

        public int CountSeen => Volatile.Read(ref _seen);

        public int CountEnded => Volatile.Read(ref _ended);

        public void Seen() => Interlocked.Increment(ref _seen);

        public void Ended() => Interlocked.Increment(ref _ended);
    }
}
