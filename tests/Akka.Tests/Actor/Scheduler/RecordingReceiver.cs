using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Tests.Actor.Scheduler;

/// <summary>A receiver without an actor behind it: keeps what it is told.</summary>
internal sealed class RecordingReceiver : ICanTell
{
    public BlockingCollection<(object Message, IActorRef Sender)> Received { get; } = [];

    public void Tell(object message, IActorRef sender) => Received.Add((message, sender));

    public object Next(TimeSpan patience)
    {
        Assert.True(Received.TryTake(out var received, patience), "nothing was received in time");
        return received.Message;
    }
}
