using System.Collections.Concurrent;
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
                tally.Add(Sender);
                OnConnected();
                break;
            case Tcp.CommandFailed:
                tally.Add(Sender);
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

    /// <summary>What has been counted; of the connections it knows only whether they are still in memory.</summary>
    public sealed class Tally
    {
        private readonly ConcurrentBag<WeakReference> _all = [];
        private int _ended;

        public int CountSeen => _all.Count;

        public int CountEnded => Volatile.Read(ref _ended);

        public int CountAlive => _all.Count(reference => reference.IsAlive);

        public void Add(IActorRef connection) => _all.Add(new WeakReference(connection));

        public void Ended() => Interlocked.Increment(ref _ended);
    }
}
