using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Tests.Actor;

namespace Akka.Tests.Dispatch;

public class SynchronizedDispatcherTests : KitTest
{
    private const string Id = "akka.actor.synchronized-dispatcher";

    [Fact]
    public void Runs_actors_in_the_context_in_which_it_was_looked_up_first()
    {
        var context = new QueueContext();
        In(context, () => Sys.Dispatchers.Lookup(Id));

        var actor = In(null, () => Sys.ActorOf(Props.Create(() => new Where()).WithDispatcher(Id)));
        actor.Tell("where?", TestActor);
        Watch(actor);
        actor.Tell(PoisonPill.Instance);

        AwaitIn(context, () => ExpectMsg(Environment.CurrentManagedThreadId, TimeSpan.Zero));
        AwaitIn(context, () => ExpectTerminated(actor, TimeSpan.Zero));
    }

    [Fact]
    public void Needs_a_context()
    {
        var refusal = In(null, () => Assert.Throws<InvalidOperationException>(() => Sys.Dispatchers.Lookup(Id)));

        Assert.Equal("The current SynchronizationContext may not be used as a TaskScheduler.", refusal.Message);
    }

    private void AwaitIn(QueueContext context, Action expectation) => AwaitAssert(() =>
    {
        context.RunAll();
        expectation();
    });

    private static T In<T>(SynchronizationContext? context, Func<T> action)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            return action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private sealed class Where : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Environment.CurrentManagedThreadId);
    }

    private sealed class QueueContext : SynchronizationContext
    {
        private readonly ConcurrentQueue<(SendOrPostCallback Run, object? State)> _queue = new();

        public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue((d, state));

        public void RunAll()
        {
            while (_queue.TryDequeue(out var work)) work.Run(work.State);
        }
    }
}
