using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Tests.Actor;

public class AskTests() : KitTest("akka.actor.ask-timeout = 100ms")
{
    [Fact]
    public async Task Completes_with_the_reply()
    {
        Assert.Equal("hello", await Echo().Ask<string>("hello", Patience));
        Assert.Equal("hello", await Echo().Ask("hello", Patience));
        Assert.Equal(7, await Echo().Ask<int>(7, CancellationToken.None));
    }

    [Fact]
    public async Task Makes_the_message_from_the_reference_to_reply_to()
    {
        var actor = Act((_, message) => ((IActorRef)message).Tell("by reference"));

        Assert.Equal("by reference", await actor.Ask<string>(self => self, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task Asks_a_selection()
    {
        Echo("asked");

        Assert.Equal("hello", await Sys.ActorSelection("/user/asked").Ask<string>("hello", Patience));
    }

    [Fact]
    public async Task Completes_with_null_when_the_reply_is_null() =>
        Assert.Null(await Act((context, _) => context.Sender.Tell(null!)).Ask<string>("?", Patience));

    [Fact]
    public async Task Fails_after_the_given_time()
    {
        var failure = await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("?", Ms(20)));

        Assert.Equal("Timeout after 00:00:00.0200000 seconds", failure.Message);
    }

    [Fact]
    public async Task Fails_after_the_configured_time_when_none_is_given()
    {
        var failure = await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("?"));

        Assert.Equal("Timeout after 00:00:00.1000000 seconds", failure.Message);
    }

    [Fact]
    public async Task Does_not_fail_early()
    {
        var start = Sys.Scheduler.MonotonicClock;

        await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("?", Ms(50)));

        Assert.True(Sys.Scheduler.MonotonicClock - start >= Ms(50));
    }

    [Fact]
    public async Task Waits_for_ever_when_told_to()
    {
        var question = new TaskCompletionSource<IActorRef>();
        var actor = Act((context, _) => question.SetResult(context.Sender));

        var answer = actor.Ask<string>("?", Timeout.InfiniteTimeSpan);
        await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("?"));
        Assert.False(answer.IsCompleted);
        (await question.Task).Tell("at last");

        Assert.Equal("at last", await answer.WaitAsync(Patience));
    }

    [Fact]
    public async Task Is_cancelled_by_its_token()
    {
        using var source = new CancellationTokenSource();
        var answer = Silent().Ask<string>("?", Timeout.InfiniteTimeSpan, source.Token);

        source.Cancel();

        await Assert.ThrowsAsync<TaskCanceledException>(() => answer);
    }

    [Fact]
    public async Task Is_cancelled_at_once_when_its_token_is()
    {
        var cancelled = new CancellationToken(true);

        await Assert.ThrowsAsync<TaskCanceledException>(() => Echo().Ask<string>("?", Patience, cancelled));
    }

    [Fact]
    public async Task Fails_with_the_cause_when_the_reply_is_a_failure()
    {
        var cause = new InvalidOperationException("boom");

        var status = Act((context, _) => context.Sender.Tell(new Status.Failure(cause)));
        var failure = Act((context, _) => context.Sender.Tell(new Failure { Exception = cause }));

        foreach (var actor in (IActorRef[])[status, failure])
        {
            var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<string>("?", Patience));
            Assert.Same(cause, thrown);
        }
    }

    [Fact]
    public async Task Completes_with_a_failure_when_that_is_what_was_asked_for()
    {
        var reply = new Status.Failure(new InvalidOperationException("boom"));
        var actor = Act((context, _) => context.Sender.Tell(reply));

        Assert.Same(reply, await actor.Ask<Status.Failure>("?", Patience));
        Assert.Same(reply, await actor.Ask<object>("?", Patience));
    }

    [Fact]
    public async Task Fails_when_the_reply_is_of_another_type()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => Echo().Ask<int>("text", Patience));

        Assert.Equal(
            "Received message of type [System.String] - Ask expected message of type [System.Int32]", failure.Message);
        Assert.Equal("text", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Fails_when_the_reply_is_a_system_message()
    {
        var actor = Act((context, _) => context.Sender.Tell(new AlienSystemMessage()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<ISystemMessage>("?", Patience));
    }

    [Fact]
    public async Task Makes_a_dead_letter_of_every_reply_but_the_first()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Act((context, _) =>
        {
            context.Sender.Tell(1);
            context.Sender.Tell(2);
            context.Sender.Tell(3);
        });

        Assert.Equal(1, await actor.Ask<int>("?", Patience));

        Assert.Equal(2, ExpectMsg<DeadLetter>().Message);
        Assert.Equal(3, ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Makes_a_dead_letter_of_a_reply_that_is_late()
    {
        var question = new TaskCompletionSource<IActorRef>();
        var actor = Act((context, _) => question.SetResult(context.Sender));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("?", Ms(10)));

        (await question.Task).Tell("late");

        Assert.Equal("late", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Drops_a_reply_silently_when_it_was_cancelled()
    {
        var question = new TaskCompletionSource<IActorRef>();
        var actor = Act((context, _) => question.SetResult(context.Sender));
        using var source = new CancellationTokenSource();
        var answer = actor.Ask<string>("?", Timeout.InfiniteTimeSpan, source.Token);
        var asker = await question.Task;
        source.Cancel();
        await Assert.ThrowsAsync<TaskCanceledException>(() => answer);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        asker.Tell("unwanted");
        Sys.DeadLetters.Tell("wanted");

        Assert.Equal("wanted", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Times_out_when_the_actor_is_dead()
    {
        var actor = Echo();
        Bury(actor);

        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("?", Ms(20)));
    }

    [Fact]
    public async Task Fails_when_there_is_nobody_to_ask()
    {
        // On a thread of its own: on that of a test, its test actor would be the one to ask for.
        var fromOutside = Task.Factory.StartNew(() => new Outsider().Ask("?"), TaskCreationOptions.LongRunning);
        await Assert.ThrowsAsync<ArgumentException>(() => fromOutside.Unwrap());
        await Assert.ThrowsAsync<NotSupportedException>(() => ActorRefs.Nobody.Ask("?"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Echo().Ask(null!, Patience));
    }

    [Fact]
    public async Task Has_a_place_among_the_temporary_actors_while_it_waits()
    {
        var question = new TaskCompletionSource<IActorRef>();
        var actor = Act((context, _) => question.SetResult(context.Sender));
        var answer = actor.Ask<string>("?", Timeout.InfiniteTimeSpan);
        var asker = await question.Task;

        Assert.Equal("temp", asker.Path.Elements[0]);
        Assert.Same(asker, Resolve(asker.Path));
        Resolve(asker.Path).Tell("found");

        Assert.Equal("found", await answer.WaitAsync(Patience));
        Assert.NotSame(asker, Resolve(asker.Path));
    }

    [Fact]
    public async Task Has_no_place_any_more_whose_path_is_asked_for_afterwards()
    {
        IActorRef? asker = null;
        var actor = Act((context, message) => (asker = context.Sender).Tell(message));
        await actor.Ask<string>("hello", Patience);

        var path = asker!.Path;

        Assert.Equal(path, asker.Path);
        Assert.NotSame(asker, Resolve(path));
    }

    [Fact]
    public async Task Leaves_no_place_behind_when_reply_and_path_race()
    {
        for (var i = 0; i < 500; i++)
        {
            var question = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
            var actor = Act((context, _) => question.SetResult(context.Sender));
            var answer = actor.Ask<string>("?", Patience);
            var asker = await question.Task;
            ActorPath? path = null;

            Parallel.Invoke(() => path = asker.Path, () => asker.Tell("now"));

            Assert.Equal("now", await answer);
            Assert.NotSame(asker, Resolve(path!));
        }
    }

    [Fact]
    public async Task Does_not_run_the_asker_on_the_replying_actors_turn()
    {
        var replied = new TaskCompletionSource();
        var actor = Act((context, _) =>
        {
            context.Sender.Tell("now");
            replied.Task.Wait();
        });
        var answer = Continue(actor.Ask<string>("?", Patience), replied);

        Assert.Equal("now", await answer.WaitAsync(Patience));

        static async Task<string> Continue(Task<string> answer, TaskCompletionSource replied)
        {
            var result = await answer.ConfigureAwait(false);
            replied.SetResult();
            return result;
        }
    }

    [Fact]
    public async Task Answers_many_askers_at_once()
    {
        var actor = Echo();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => actor.Ask<int>(i, Patience)));

        Assert.Equal(Enumerable.Range(0, 10_000), answers);
    }

    private IActorRef Resolve(ActorPath path) => ((ExtendedActorSystem)Sys).Provider.ResolveActorRef(path);

    private sealed class AlienSystemMessage : ISystemMessage;

    private sealed class Outsider : ICanTell
    {
        public void Tell(object message, IActorRef sender)
        {
        }
    }
}
