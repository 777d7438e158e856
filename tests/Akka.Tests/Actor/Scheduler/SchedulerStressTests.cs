using Akka.Actor;

namespace Akka.Tests.Actor.Scheduler;

public class SchedulerStressTests : SchedulerTest
{
    private const int Threads = 8;
    private const int TimersPerThread = 4_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20_240_607)]
    public void Fires_every_timer_that_is_not_cancelled_once_and_none_early(int seed)
    {
        var timers = Enumerable.Range(0, Threads)
            .AsParallel()
            .WithDegreeOfParallelism(Threads)
            .SelectMany(thread => Schedule(new Random(seed + thread)))
            .ToArray();

        Eventually.True(
            () => Wheel.PendingTimers == 0 && timers.All(timer => timer.IsSettled),
            () => $"{timers.Count(timer => !timer.IsSettled)} timers did not fire, {Wheel.PendingTimers} are pending");
        Assert.All(timers, timer => Assert.Equal("", timer.Complaint));
    }

    [Fact]
    public async Task Loses_nothing_when_timers_are_added_and_cancelled_while_it_is_disposed()
    {
        var accepted = 0;
        var ran = 0;
        using var started = new CountdownEvent(Threads);
        var workers = Enumerable.Range(0, Threads)
            .Select(_ => Task.Factory.StartNew(ScheduleUntilRefused, TaskCreationOptions.LongRunning))
            .ToArray();
        Assert.True(started.Wait(Patience));

        Wheel.Dispose();

        await Task.WhenAll(workers).WaitAsync(Patience);
        Assert.Equal(accepted, ran);

        void ScheduleUntilRefused()
        {
            started.Signal();
            try
            {
                while (true)
                {
                    Advanced.ScheduleOnce(Long, () => Interlocked.Increment(ref ran));
                    Interlocked.Increment(ref accepted);
                }
            }
            catch (SchedulerException)
            {
                // The end of the test: the scheduler has been disposed.
            }
        }
    }

    private List<CountedTimer> Schedule(Random random)
    {
        var timers = new List<CountedTimer>();
        for (var i = 0; i < TimersPerThread; i++)
        {
            timers.Add(new CountedTimer(Scheduler, Ms(random.Next(0, 300))));
            if (random.Next(3) == 0)
                timers[random.Next(timers.Count)].Cancel();
        }

        return timers;
    }

    private sealed class CountedTimer
    {
        private readonly IScheduler _scheduler;
        private readonly ICancelable _cancelable;
        private readonly TimeSpan _due;
        private int _fired;
        private bool _isEarly;
        private bool _isCancelled;

        public CountedTimer(IScheduler scheduler, TimeSpan delay)
        {
            _scheduler = scheduler;
            _due = scheduler.MonotonicClock + delay;
            _cancelable = scheduler.Advanced.ScheduleOnceCancelable(delay, Fire);
        }

        public bool IsSettled => _isCancelled || Volatile.Read(ref _fired) > 0;

        public string Complaint => (_fired, _isCancelled, _isEarly) switch
        {
            (_, _, true) => "fired early",
            (> 1, _, _) => $"fired {_fired} times",
            (0, false, _) => "did not fire",
            _ => "",
        };

        public void Cancel()
        {
            _isCancelled = true;
            _cancelable.Cancel();
        }

        private void Fire()
        {
            _isEarly |= _scheduler.MonotonicClock < _due;
            Interlocked.Increment(ref _fired);
        }
    }
}
