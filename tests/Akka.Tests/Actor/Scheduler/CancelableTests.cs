using Akka.Actor;

namespace Akka.Tests.Actor.Scheduler;

public class CancelableTests : SchedulerTest
{
    [Fact]
    public void Is_not_cancelled_when_new()
    {
        using var cancelable = new Cancelable(Scheduler);

        Assert.False(cancelable.IsCancellationRequested);
        Assert.False(cancelable.Token.IsCancellationRequested);
        Assert.False(cancelable.IsDisposed);
    }

    [Fact]
    public void Cancels_its_token_when_that_was_taken_before()
    {
        using var cancelable = new Cancelable(Scheduler);
        var token = cancelable.Token;

        cancelable.Cancel();

        Assert.True(cancelable.IsCancellationRequested);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void Gives_a_cancelled_token_when_that_is_taken_after()
    {
        using var cancelable = new Cancelable(Scheduler);

        cancelable.Cancel();

        Assert.True(cancelable.Token.IsCancellationRequested);
    }

    [Fact]
    public void Calls_back_once_when_it_is_cancelled_twice()
    {
        using var cancelable = new Cancelable(Scheduler);
        var calls = 0;
        cancelable.Token.Register(() => calls++);

        cancelable.Cancel();
        cancelable.Cancel();

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Stops_at_the_first_exception_when_told_to()
    {
        using var cancelable = new Cancelable(Scheduler);
        var calls = 0;
        cancelable.Token.Register(() => calls++);
        cancelable.Token.Register(() => throw new InvalidOperationException("last in, first out"));

        Assert.Throws<InvalidOperationException>(() => cancelable.Cancel(throwOnFirstException: true));

        Assert.Equal(0, calls);
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Collects_the_exceptions_of_all_callbacks_otherwise()
    {
        using var cancelable = new Cancelable(Scheduler);
        var calls = 0;
        cancelable.Token.Register(() => calls++);
        cancelable.Token.Register(() => throw new InvalidOperationException());

        Assert.Throws<AggregateException>(() => cancelable.Cancel());

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Is_cancelled_after_the_given_time()
    {
        using var cancelable = new Cancelable(Scheduler, Ms(5));

        Assert.True(cancelable.Token.WaitHandle.WaitOne(Patience));
    }

    [Fact]
    public void Is_cancelled_at_once_when_the_time_is_zero()
    {
        using var cancelable = new Cancelable(Scheduler);

        cancelable.CancelAfter(0);

        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Refuses_to_be_cancelled_in_the_past()
    {
        using var cancelable = new Cancelable(Scheduler);

        Assert.Throws<ArgumentOutOfRangeException>(() => cancelable.CancelAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cancelable.CancelAfter(Ms(-1)));
    }

    [Fact]
    public void Cancels_all_the_work_it_was_given_for()
    {
        using var cancelable = new Cancelable(Advanced);
        for (var i = 0; i < 10; i++)
            Advanced.ScheduleOnce(Long, () => { }, cancelable);

        cancelable.Cancel();

        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Lets_go_of_work_that_is_done()
    {
        using var cancelable = new Cancelable(Advanced);
        var reference = ScheduleAndAwait(cancelable);

        Eventually.True(() => IsCollected(reference));
        GC.KeepAlive(cancelable);
    }

    [Fact]
    public void Is_cancelled_with_any_that_it_is_linked_to()
    {
        using var first = new Cancelable(Scheduler);
        using var second = new Cancelable(Scheduler);
        var linked = Cancelable.CreateLinkedCancelable(Scheduler, first, second);
        Scheduler.ScheduleTellOnce(Long, new RecordingReceiver(), "late", ActorRefs.NoSender, linked);

        second.Cancel();

        Assert.True(linked.IsCancellationRequested);
        Assert.True(linked.Token.IsCancellationRequested);
        Assert.False(first.IsCancellationRequested);
        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Does_not_cancel_those_it_is_linked_to()
    {
        using var source = new CancellationTokenSource();
        var linked = Cancelable.CreateLinkedCancelable(Advanced, source.Token);

        linked.Cancel();

        Assert.True(linked.Token.IsCancellationRequested);
        Assert.False(source.IsCancellationRequested);
    }

    [Fact]
    public void Can_not_be_used_when_it_is_disposed()
    {
        var cancelable = new Cancelable(Scheduler);

        cancelable.Dispose();

        Assert.True(cancelable.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => cancelable.Cancel());
        Assert.Throws<ObjectDisposedException>(() => cancelable.CancelAfter(10));
    }

    [Fact]
    public void Is_cancelled_from_the_start_when_it_was_made_so()
    {
        var cancelled = Cancelable.CreateCanceled();

        cancelled.Cancel();
        cancelled.CancelAfter(Ms(1));

        Assert.True(cancelled.IsCancellationRequested);
        Assert.True(cancelled.Token.IsCancellationRequested);
    }

    [Fact]
    public void Shows_a_token_that_is_cancelled_to_whoever_races_for_it()
    {
        for (var i = 0; i < 2_000; i++)
        {
            using var cancelable = new Cancelable(Scheduler);
            var token = CancellationToken.None;

            Parallel.Invoke(() => token = cancelable.Token, () => cancelable.Cancel());

            Assert.True(token.IsCancellationRequested);
        }
    }

    [Fact]
    public void Cancels_work_that_is_attached_while_it_is_cancelled()
    {
        for (var i = 0; i < 2_000; i++)
        {
            using var cancelable = new Cancelable(Advanced);

            Parallel.Invoke(
                () => Advanced.ScheduleOnce(Long, () => { }, cancelable),
                () => Advanced.ScheduleOnce(Long, () => { }, cancelable),
                () => cancelable.Cancel());

            Assert.Equal(0, Wheel.PendingTimers);
        }
    }

    private WeakReference ScheduleAndAwait(Cancelable cancelable)
    {
        var receiver = new RecordingReceiver();
        Scheduler.ScheduleTellOnce(Ms(1), receiver, "done", ActorRefs.NoSender, cancelable);
        receiver.Next(Patience);
        return new WeakReference(receiver);
    }

    private static bool IsCollected(WeakReference reference)
    {
        GC.Collect();
        return !reference.IsAlive;
    }
}
