using Akka.Actor;

namespace Akka.Tests.Actor;

public class GracefulStopTests : KitTest
{
    [Fact]
    public async Task Is_true_when_the_actor_has_stopped()
    {
        var actor = Silent();
        Watch(actor);

        Assert.True(await actor.GracefulStop(Patience));

        ExpectTerminated(actor);
    }

    [Fact]
    public async Task Is_true_when_the_actor_is_dead_already()
    {
        var actor = Silent();
        Bury(actor);

        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task Is_cancelled_when_the_actor_outlives_the_time()
    {
        var actor = Silent();

        await Assert.ThrowsAsync<TaskCanceledException>(() => actor.GracefulStop(Ms(20), "not understood"));
        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task Sends_the_message_it_is_given()
    {
        var actor = Act((context, message) =>
        {
            TestActor.Tell(message);
            context.Stop(context.Self);
        });

        Assert.True(await actor.GracefulStop(Patience, "goodbye"));

        ExpectMsg("goodbye");
    }

    [Fact]
    public async Task Watches_until_the_actor_stops()
    {
        var actor = Silent();
        var dead = actor.WatchAsync();
        Assert.False(dead.IsCompleted);

        Sys.Stop(actor);

        Assert.True(await dead.WaitAsync(Patience));
    }

    [Fact]
    public async Task Watches_a_dead_actor_to_no_purpose_but_the_truth()
    {
        var actor = Silent();
        Bury(actor);

        Assert.True(await actor.WatchAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task Stops_watching_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var dead = Silent().WatchAsync(source.Token);

        source.Cancel();

        Assert.False(await dead.WaitAsync(Patience));
    }

    [Fact]
    public async Task Can_not_watch_what_is_no_actor_of_the_runtime() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ((IActorRef)null!).WatchAsync());
}
