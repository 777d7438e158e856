using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Tests.Actor.Stress;

/// <summary>Thousands of actors, all cores busy: order for each sender, at most once, one message at a time, and an
/// actor's plain fields seen by whichever thread runs it next.</summary>
public sealed class OrderStressTests(ITestOutputHelper output) : IDisposable
{
    private const int Receivers = 1000;
    private const int Senders = 50;
    private const int MessagesEach = 8000;

    private readonly ActorSystem _system = ActorSystem.Create("order");

    public void Dispose() => _system.Terminate();

    [Fact]
    public void Each_receiver_gets_every_senders_messages_once_and_in_order()
    {
        var seed = Seeds.Next();
        output.WriteLine($"seed {seed}");
        var tally = new Tally();
        var receivers = Enumerable.Range(0, Receivers)
            .Select(_ => _system.ActorOf(Props.Create(() => new Receiver(tally)))).ToArray();

        for (var s = 0; s < Senders; s++)
        {
            var id = s;
            _system.ActorOf(Props.Create(() => new Sender(id, seed + id, receivers))).Tell("go");
        }

        const long all = (long)Senders * MessagesEach;
        Eventually.True(() => tally.Received >= all, () => $"{tally.Received} of {all} received, seed {seed}");
        Assert.Equal(all, tally.Received);
        Assert.Null(tally.Error);
    }

    private sealed class Tally
    {
        private long _received;

        public long Received => Interlocked.Read(ref _received);

        public string? Error { get; set; }

        public void Add() => Interlocked.Increment(ref _received);
    }

    private sealed record Numbered(int Sender, int Number);

    private sealed class Sender : UntypedActor
    {
        private readonly int _id;
        private readonly Random _random;
        private readonly IActorRef[] _receivers;
        private readonly int[] _next = new int[Receivers];
        private int _sent;

        public Sender(int id, int seed, IActorRef[] receivers)
        {
            _id = id;
            _random = new Random(seed);
            _receivers = receivers;
        }

        // bursts of random length, each a turn of its own, so that senders interleave
        protected override void OnReceive(object message)
        {
            for (var burst = _random.Next(1, 200); burst > 0 && _sent < MessagesEach; burst--, _sent++)
            {
                var to = _random.Next(Receivers);
                _receivers[to].Tell(new Numbered(_id, _next[to]++));
            }

            if (_sent < MessagesEach) Self.Tell("go");
        }
    }

    private sealed class Receiver(Tally tally) : UntypedActor
    {
        private readonly int[] _next = new int[Senders];
        private int _inside;

        protected override void OnReceive(object message)
        {
            // plain fields on purpose: what keeps them right is the mailbox alone
            if (_inside++ != 0) tally.Error = "two messages at a time";
            var numbered = (Numbered)message;
            if (numbered.Number != _next[numbered.Sender]++)
                tally.Error = $"sender {numbered.Sender}: {numbered.Number} out of order or twice";
            _inside--;
            tally.Add();
        }
    }
}
